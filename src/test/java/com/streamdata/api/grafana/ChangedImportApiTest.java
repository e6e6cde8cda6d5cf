package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dashboards that came in Grafana's JSON and were changed here since. */
class ChangedImportApiTest extends ImportedDashboard {
  @Test
  void changesMadeHereLieOverWhatWasSent() {
    String source = source();
    TestAnswer saved =
        save(
            "{\"title\": \"Sent\", \"mine\": 1, \"panels\": ["
                + panel(1, "timeseries", source, ", \"keep\": [1]")
                + ","
                + panel(2, "table", source, "")
                + ","
                + panel(3, "stat", source, "")
                + ",{\"type\": \"news\", \"id\": 4}]}");
    JsonNode ours = ours(saved);
    String id = ours.path("id").asString();
    String first = ours.path("visualizations").path(0).path("id").asString();
    String second = ours.path("visualizations").path(1).path("id").asString();

    admin().patch("/dashboards/" + id, "{\"name\": \"Renamed\"}").expect(200);
    admin()
        .patch("/visualizations/" + first, "{\"title\": \"Line\", \"options\": {\"unit\": \"°C\"}}")
        .expect(200);
    admin().delete("/visualizations/" + second).expect(204);
    admin()
        .post(
            "/dashboards/" + id + "/visualizations",
            "{\"type\": \"table\", \"title\": \"New\", \"query\": {\"statements\": [{\"ref\": \"A\", \"source\": \"%s\", \"sql\": \"SELECT city FROM flights\", \"format\": \"table\", \"hidden\": false}]}}"
                .formatted(source))
        .expect(201);

    JsonNode back = read(ours.path("uid").asString()).path("dashboard");
    JsonNode panels = back.path("panels");
    assertThat(back.path("title").asString()).isEqualTo("Renamed");
    assertThat(back.path("mine").asInt()).isEqualTo(1);
    assertThat(panels.valueStream().map(each -> each.path("title").asString("") + each.path("id")))
        .containsExactly("Line1", "P33", "4", "New101");
    assertThat(panels.path(0).path("keep").toString()).isEqualTo("[1]");
    assertThat(panels.path(0).path("fieldConfig").path("defaults").path("unit").asString())
        .isEqualTo("celsius");
    assertThat(panels.path(0).path("targets").path(0).path("rawSql").asString()).isEqualTo(SQL);
    assertThat(panels.path(3).path("targets").path(0).path("rawSql").asString())
        .isEqualTo("SELECT city FROM flights");
  }

  @Test
  void savingOverKeepsTheIdsOfVisualizations() {
    String source = source();
    String body = with(panel(1, "timeseries", source, ""), panel(2, "table", source, ""));
    JsonNode before = ours(save(body));

    JsonNode after =
        ours(
            save(
                with(panel(2, "table", source, ""), panel(9, "piechart", source, ""))
                    .replace(
                        "{\"title\"",
                        "{\"uid\": \"" + before.path("uid").asString() + "\", \"title\""),
                ", \"overwrite\": true"));

    assertThat(
            after.path("visualizations").valueStream().map(each -> each.path("panel_id").asLong()))
        .containsExactly(2L, 9L);
    assertThat(after.path("visualizations").path(0))
        .isEqualTo(before.path("visualizations").path(1));
  }

  @Test
  void panelsAddedHereNeverGetTheNumberOfAnother() {
    String source = source();
    JsonNode ours =
        ours(
            save(
                with(panel(1, "stat", source, ""), panel(101, "stat", source, ""), "{\"id\": 2}")));
    String id = ours.path("id").asString();
    String query = ours.path("tiles").path(0).path("query").toString();
    String tile = "{\"title\": \"t\", \"query\": " + query + "}";
    String kept = ours.path("tiles").path(0) + "," + ours.path("tiles").path(1);

    JsonNode tiles =
        admin()
            .patch("/dashboards/" + id, "{\"tiles\": [" + tile + "," + tile + "," + kept + "]}")
            .expect(200)
            .json()
            .path("tiles");
    JsonNode chart =
        admin()
            .post(
                "/dashboards/" + id + "/visualizations",
                "{\"type\": \"table\", \"title\": \"New\", \"query\": " + query + "}")
            .expect(201)
            .json();

    assertThat(tiles.valueStream().map(each -> each.path("panel_id").asLong()))
        .containsExactly(102L, 103L, 1L, 101L);
    assertThat(chart.path("panel_id").asLong()).isEqualTo(104);
    admin()
        .patch(
            "/dashboards/" + id,
            "{\"tiles\": [" + tile.replace("{\"title\"", "{\"panel_id\": 2, \"title\"") + "]}")
        .expect(400);
  }

  @Test
  void movedAndChangedPanelsReadBackAsTheyAre() {
    String source = source();
    JsonNode ours =
        ours(save(with(panel(1, "timeseries", source, ""), panel(2, "stat", source, ""))));
    String id = ours.path("id").asString();
    String chart = ours.path("visualizations").path(0).path("id").asString();
    String query = ours.path("tiles").path(0).path("query").toString().replace("sum(n)", "max(n)");

    admin()
        .patch(
            "/visualizations/" + chart,
            "{\"type\": \"piechart\", \"place\": {\"x\": 2, \"y\": 3, \"w\": 4, \"h\": 5}}")
        .expect(200);
    admin()
        .patch(
            "/dashboards/" + id,
            "{\"time_zone\": \"Asia/Tokyo\", \"time_range\": {\"from\": \"now-3d\", \"to\": null}, \"tiles\": [{\"title\": \"T\", \"query\": "
                + query
                + ", \"panel_id\": 2, \"options\": {\"decimals\": 2}}]}")
        .expect(200);

    JsonNode back = read(ours.path("uid").asString()).path("dashboard");
    JsonNode pie = back.path("panels").path(0);
    JsonNode stat = back.path("panels").path(1);
    assertThat(pie.path("type").asString()).isEqualTo("piechart");
    assertThat(pie.path("gridPos").toString()).contains("\"w\":4").contains("\"h\":5");
    assertThat(stat.path("title").asString()).isEqualTo("T");
    assertThat(stat.path("targets").path(0).path("rawSql").asString()).contains("max(n)");
    assertThat(stat.path("fieldConfig").path("defaults").path("decimals").asInt()).isEqualTo(2);
    assertThat(back.path("timezone").asString()).isEqualTo("Asia/Tokyo");
    assertThat(back.path("time").path("from").asString()).isEqualTo("now-3d");
    JsonNode again = ours(save(back.toString(), ", \"overwrite\": true"));
    JsonNode now = admin().get("/dashboards/" + id).expect(200).json();
    assertThat(again.path("visualizations")).isEqualTo(now.path("visualizations"));
    assertThat(again.path("time_range")).isEqualTo(now.path("time_range"));
  }
}
