package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dashboard made here reads back as Grafana's JSON, and saving that gives the same dashboard. */
class RoundTripApiTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("STREAMDATA_DEMO", "true"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static TestClient admin() {
    return server.admin();
  }

  private static JsonNode ours(long id) {
    return admin().get("/dashboards/" + id).expect(200).json();
  }

  private static ObjectNode grafanas(JsonNode ours) {
    String uid = ours.path("uid").asString();
    return (ObjectNode)
        admin().get("/api/dashboards/uid/" + uid).expect(200).json().path("dashboard");
  }

  private static JsonNode save(JsonNode dashboard) {
    String body = "{\"dashboard\": " + dashboard + ", \"overwrite\": true}";
    return ours(admin().post("/api/dashboards/db", body).expect(200).json().path("id").asLong());
  }

  /** Without what tells one dashboard from another. */
  private static JsonNode content(JsonNode ours) {
    ObjectNode content = ((ObjectNode) ours).deepCopy();
    content.remove(List.of("id", "uid", "version", "sources"));
    for (JsonNode each : content.path("visualizations")) {
      ((ObjectNode) each).remove(List.of("id", "dashboard_id", "version"));
    }
    return content;
  }

  private static void expectTheSame(JsonNode before) {
    ObjectNode json = grafanas(before);

    JsonNode over = save(json);
    JsonNode again = grafanas(over);
    json.remove(List.of("id", "uid"));
    JsonNode copy = save(json);

    assertThat(content(over)).isEqualTo(content(before));
    assertThat(over.path("visualizations")).isEqualTo(before.path("visualizations"));
    assertThat(over.path("id")).isEqualTo(before.path("id"));
    assertThat(again.path("panels")).isEqualTo(json.path("panels"));
    assertThat(content(copy)).isEqualTo(content(before));
    assertThat(copy.path("id")).isNotEqualTo(before.path("id"));
  }

  @Test
  void demoDashboardsStayTheSame() {
    JsonNode all = admin().get("/dashboards").expect(200).json().path("dashboards");

    assertThat(all.size()).isGreaterThanOrEqualTo(3);
    for (int i = 0; i < 3; i++) {
      expectTheSame(ours(all.get(i).path("id").asLong()));
    }
  }

  @Test
  void copyShowsTheSameData() {
    JsonNode all = admin().get("/dashboards").expect(200).json().path("dashboards");
    JsonNode before = ours(all.get(0).path("id").asLong());
    ObjectNode json = grafanas(before);
    json.remove(List.of("id", "uid"));

    JsonNode copy = save(json);

    for (int i = 0; i < before.path("visualizations").size(); i++) {
      assertThat(data(copy, i)).isEqualTo(data(before, i));
    }
    assertThat(tile(copy)).isEqualTo(tile(before));
  }

  private static JsonNode data(JsonNode dashboard, int i) {
    String id = dashboard.path("visualizations").path(i).path("id").asString();
    return admin().get("/visualizations/" + id + "/data").expect(200).json();
  }

  private static JsonNode tile(JsonNode dashboard) {
    String id = dashboard.path("id").asString();
    return admin().get("/dashboards/" + id + "/tiles/0/data").expect(200).json();
  }

  @Test
  void readJsonIsWhatGrafanaUnderstands() {
    JsonNode all = admin().get("/dashboards").expect(200).json().path("dashboards");

    JsonNode json = grafanas(ours(all.get(0).path("id").asLong()));

    assertThat(json.path("panels").valueStream().map(panel -> panel.path("type").asString()))
        .startsWith("stat", "stat", "stat", "timeseries", "piechart", "timeseries", "barchart");
    JsonNode panel = json.path("panels").path(3);
    assertThat(panel.path("gridPos").toString()).isEqualTo("{\"h\":9,\"w\":16,\"x\":0,\"y\":4}");
    assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString())
        .isEqualTo("celsius");
    assertThat(panel.path("targets").path(0).path("datasource").path("uid").asString())
        .matches("source-\\d+");
    assertThat(json.path("timezone").asString()).isEqualTo("America/Los_Angeles");
    assertThat(json.path("schemaVersion").isIntegralNumber()).isTrue();
  }

  @Test
  void everythingThatADashboardHasStays() {
    JsonNode made =
        admin()
            .post(
                "/dashboards",
                "{\"name\": \"All\", \"time_zone\": \"Europe/Berlin\", \"time_range\": {\"from\": \"now-7d\", \"to\": null}}")
            .expect(201)
            .json();
    String id = made.path("id").asString();
    String source =
        admin()
            .post("/dashboards/" + id + "/sources", "{\"name\": \"s\", \"kind\": \"push\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    admin()
        .post(
            "/sources/" + source + "/rows",
            "[{\"at\": \"2026-01-01T00:00:00Z\", \"city\": \"Oslo\", \"n\": 1}]")
        .expect(200);
    for (String type : List.of("linechart", "barchart", "areachart")) {
      add(
          id,
          type,
          source,
          "\"x\": {\"column\": \"at\", \"bucket\": \"auto\"}, \"measures\": [{\"column\": \"n\", \"aggregation\": \"sum\", \"name\": \"N\"}]",
          ", \"options\": {\"unit\": \"widgets\", \"mine\": {\"a\": [1.50]}, \"stacked\": true}");
    }
    add(
        id,
        "stackbarchart",
        source,
        "\"x\": {\"column\": \"at\"}, \"series\": \"city\", \"measures\": [{\"aggregation\": \"count\"}]",
        ", \"place\": {\"x\": 3, \"y\": 2, \"w\": 5, \"h\": 4}");
    add(
        id,
        "piechart",
        source,
        "\"x\": {\"column\": \"city\"}, \"measures\": [{\"aggregation\": \"count\"}], \"limit\": 3",
        ", \"options\": {\"unit\": \"$\", \"decimals\": 2}");
    add(
        id,
        "table",
        source,
        "\"columns\": [\"city\", \"n\"], \"filters\": [{\"column\": \"n\", \"op\": \"between\", \"value\": [0, 1.5]}], \"order\": [{\"column\": \"n\", \"direction\": \"desc\"}]",
        "");
    String sql =
        "{\"statements\": [{\"ref\": \"A\", \"source\": \"%s\", \"sql\": \"SELECT count(*) FROM s\", \"format\": \"table\", \"hidden\": false}, {\"ref\": \"B\", \"source\": \"%s\", \"sql\": \"SELECT 1\", \"format\": \"time_series\", \"hidden\": true}]}"
            .formatted(source, source);
    admin()
        .post(
            "/dashboards/" + id + "/visualizations",
            "{\"type\": \"areachart\", \"title\": \"Sql\", \"query\": " + sql + "}")
        .expect(201);
    String tile =
        "{\"title\": \"%s\", \"query\": {\"source\": \"%s\", \"measures\": [{\"aggregation\": \"count\"}]}%s}";
    admin()
        .patch(
            "/dashboards/" + id,
            "{\"filters\": [{\"column\": \"city\", \"op\": \"in\", \"value\": [\"Oslo\", \"Rome\"]}, {\"column\": \"n\", \"op\": \"not_null\"}], \"tiles\": ["
                + tile.formatted("", source, "")
                + ","
                + tile.formatted(
                    "placed",
                    source,
                    ", \"panel_id\": 77, \"place\": {\"x\": 12, \"y\": 30, \"w\": 4, \"h\": 3}, \"options\": {\"unit\": \"%\"}")
                + ",{\"title\": \"sql\", \"query\": "
                + sql
                + "}]}")
        .expect(200);

    expectTheSame(ours(Long.parseLong(id)));
  }

  private static void add(String id, String type, String source, String query, String more) {
    admin()
        .post(
            "/dashboards/" + id + "/visualizations",
            "{\"type\": \"%s\", \"title\": \"%s\", \"query\": {\"source\": \"%s\", %s}%s}"
                .formatted(type, type, source, query, more))
        .expect(201);
  }

  @Test
  void whatIsChangedInGrafanasWordsCounts() {
    JsonNode all = admin().get("/dashboards").expect(200).json().path("dashboards");
    ObjectNode json = grafanas(ours(all.get(0).path("id").asLong()));
    json.remove(List.of("id", "uid"));
    ObjectNode panel = (ObjectNode) json.path("panels").path(3);
    ((ObjectNode) panel.path("fieldConfig").path("defaults")).put("unit", "fahrenheit");
    ((ObjectNode) panel.path("gridPos")).put("w", 10);
    json.putObject("time").put("from", "now-1y").put("to", "now");

    JsonNode changed = save(json);

    JsonNode first = changed.path("visualizations").path(0);
    assertThat(first.path("options").path("unit").asString()).isEqualTo("°F");
    assertThat(first.path("options").path("decimals").asInt()).isEqualTo(1);
    assertThat(first.path("place").path("w").asInt()).isEqualTo(10);
    assertThat(changed.path("time_range").path("from").asString()).isEqualTo("now-1y");
  }
}
