package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of the panels, variables and times of a dashboard in Grafana's JSON. */
class ImportedPanelApiTest extends ImportedDashboard {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timeseries |                                                                             | linechart
          timeseries | "fieldConfig":{"defaults":{"custom":{"fillOpacity":10}}}                    | areachart
          timeseries | "fieldConfig":{"defaults":{"custom":{"drawStyle":"bars"}}}                  | barchart
          timeseries | "fieldConfig":{"defaults":{"custom":{"drawStyle":"bars","stacking":{"mode":"normal"}}}} | stackbarchart
          graph      | "fill":0                                                                    | linechart
          graph      |                                                                             | areachart
          graph      | "bars":true,"lines":false                                                   | barchart
          graph      | "bars":true,"lines":false,"stack":true                                      | stackbarchart
          barchart   |                                                                             | barchart
          barchart   | "options":{"stacking":"percent"}                                            | stackbarchart
          piechart   |                                                                             | piechart
          table      |                                                                             | table
          """)
  void panelsBecomeVisualizations(String type, String more, String expected) {
    String extra = more == null ? "" : ", " + more;

    JsonNode ours = ours(save(with(panel(7, type, source(), extra))));

    JsonNode made = ours.path("visualizations").path(0);
    assertThat(ours.path("notes").toString()).isEqualTo("[]");
    assertThat(made.path("type").asString()).isEqualTo(expected);
    assertThat(made.path("title").asString()).isEqualTo("P7");
    assertThat(made.path("panel_id").asLong()).isEqualTo(7);
    assertThat(made.path("place").toString()).isEqualTo("{\"x\":0,\"y\":56,\"w\":12,\"h\":8}");
    assertThat(made.path("query").path("statements").path(0).path("sql").asString()).isEqualTo(SQL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stat", "gauge", "bargauge", "singlestat"})
  void singleNumbersBecomeTilesWithAPlace(String type) {
    String unit = ", \"fieldConfig\": {\"defaults\": {\"unit\": \"celsius\", \"decimals\": 1}}";

    JsonNode ours = ours(save(with(panel(2, type, source(), unit))));

    JsonNode tile = ours.path("tiles").path(0);
    assertThat(tile.path("panel_id").asLong()).isEqualTo(2);
    assertThat(tile.path("place").path("y").asInt()).isEqualTo(16);
    assertThat(tile.path("options").toString()).isEqualTo("{\"unit\":\"°C\",\"decimals\":1}");
  }

  @Test
  void panelsOfClosedRowsAreOpenedBelowThem() {
    String source = source();
    String inside = panel(4, "timeseries", source, "");
    String row =
        """
        {"id": 3, "type": "row", "title": "More", "collapsed": true,
         "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1}, "panels": [%s]}
        """
            .formatted(inside);
    String below = panel(5, "table", source, "").replace("\"y\": 40", "\"y\": 1");

    JsonNode ours = ours(save(with(row, below)));

    assertThat(ours.path("notes").path(0).path("title").asString()).isEqualTo("More");
    assertThat(
            ours.path("visualizations")
                .valueStream()
                .map(each -> each.path("place").path("y").asInt()))
        .containsExactly(1, 9);
  }

  @Test
  void whatCannotBeShownIsANoteThatSaysWhy() {
    String source = source();
    String foreign = panel(1, "timeseries", source, "").replace("source-" + source, "prom-1");

    assertThat(note(ours(save(with(panel(1, "heatmap", source, ""))))))
        .isEqualTo("Panels of type heatmap are not drawn here.");
    assertThat(note(ours(save(with(foreign)))))
        .isEqualTo(
            "Its data source is not one of this server. prom-1 (streamdata) is none that you may read.");
    assertThat(note(ours(save(with("{\"type\": \"table\", \"libraryPanel\": {\"uid\": \"x\"}}")))))
        .startsWith("It is a library panel");
    assertThat(note(ours(save(with("{\"type\": \"table\"}"))))).isEqualTo("It has no query.");
    assertThat(note(ours(save("{\"title\": \"x\", \"elements\": {\"panel-1\": {}}}"))))
        .startsWith("Grafana's schema v2 is kept");
  }

  @Test
  void textPanelsAreNotesInPlainWords() {
    String text =
        """
        {"type": "text", "title": "Read me", "options": {"mode": "markdown",
         "content": "# Hello\\n**Bold** [docs](https://example.org) <b>and</b> <script>x</script>"}}
        """;

    assertThat(note(ours(save(with(text)))))
        .isEqualTo("Hello\nBold docs (https://example.org) and x");
  }

  @Test
  void dataSourceIsFoundByUidNameOrVariable() {
    String source = source();
    String uid = panel(1, "table", source, "");
    String object = "{\"type\": \"streamdata\", \"uid\": \"source-" + source + "\"}";
    List<String> ways =
        List.of("\"source-" + source + "\"", "{\"uid\": \"source-" + source + "\"}", "\"${ds}\"");

    for (String way : ways) {
      String dashboard =
          with(uid.replace(object, way))
              .replace(
                  "{\"title\": \"Imported\"",
                  "{\"title\": \"Imported\", \"templating\": {\"list\": [{\"type\": \"datasource\", \"name\": \"ds\", \"current\": {\"value\": \"source-"
                      + source
                      + "\"}}]}");
      JsonNode ours = ours(save(dashboard));
      assertThat(ours.path("notes").toString()).as(way).isEqualTo("[]");
    }
  }

  @Test
  void variablesAndTimeAreTaken() {
    JsonNode ours =
        ours(
            save(
                """
                {"title": "v", "time": {"from": "now-2d", "to": "now"}, "timezone": "Europe/Berlin",
                 "templating": {"list": [
                   {"type": "custom", "name": "site", "label": "Site", "query": "a, b : c", "multi": true,
                    "current": {"value": ["c"]}},
                   {"type": "constant", "name": "k", "query": "9"},
                   {"type": "query", "name": "q", "query": "SELECT secret", "options": [], "current": {"value": "x"}},
                   {"type": "interval", "name": "i", "query": "1m,1h", "current": {"value": "1h"}},
                   {"type": "textbox", "name": "t", "current": {"value": "free"}},
                   {"type": "datasource", "name": "d"}, {"type": "custom"}, 7]}}
                """));

    assertThat(ours.path("time_zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(ours.path("time_range").path("from").asString()).isEqualTo("now-2d");
    assertThat(
            ours.path("variables")
                .valueStream()
                .map(each -> each.path("name").asString() + each.path("current")))
        .containsExactly("site[\"c\"]", "k[\"9\"]", "q[\"x\"]", "i[\"1h\"]", "t[\"free\"]");
    assertThat(ours.path("variables").path(0).path("choices").toString())
        .isEqualTo("[{\"text\":\"a\",\"value\":\"a\"},{\"text\":\"b\",\"value\":\"c\"}]");
    assertThat(ours.path("variables").toString()).doesNotContain("secret");
  }

  @Test
  void statementThatDoesNotPassIsANote() {
    String source = source();

    JsonNode ours =
        ours(save(with(panel(1, "table", source, "").replace(SQL, "DROP TABLE flights"))));

    assertThat(note(ours)).startsWith("Its query does not pass. statements[0].sql");
  }

  @Test
  void visitorsAreNotToldOfDataSourcesAndStatements() {
    String source = source();
    String foreign = panel(1, "timeseries", source, "").replace("source-" + source, "prom-1");
    String broken = panel(2, "table", source, "").replace(SQL, "SELECT hidden_column FROM flights");
    String uid = ours(save(with(foreign, broken))).path("uid").asString();
    String token =
        admin()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
            .expect(200)
            .json()
            .path("accessToken")
            .asString();

    String page = server().anonymous().get("/share/" + token + "/dashboard").expect(200).text();
    String view = server().anonymous().get("/api/public/dashboards/" + token).expect(200).text();

    assertThat(page)
        .contains("Its data source is not one of this server.")
        .doesNotContain("prom-1");
    assertThat(page + view).doesNotContain("hidden_column").doesNotContain("prom-1");
  }

  @Test
  void editLinkReadsOfAnotherDashboardsSourceOnlyWhatThePanelShows() {
    String source = source();
    JsonNode ours = ours(save(with(panel(1, "table", source, ""))));
    String link =
        admin()
            .post("/dashboards/" + ours.path("id").asString() + "/share", "{\"access\": \"edit\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    String panel =
        link + "/visualizations/" + ours.path("visualizations").path(0).path("id").asString();
    String all = "{\"query\": {\"source\": \"" + source + "\", \"columns\": [\"city\", \"n\"]}}";

    TestAnswer refused = server().anonymous().patch(panel, all).expect(400);

    assertThat(refused.wrongFields()).containsExactly("query.source");
    server().anonymous().patch(panel, "{\"title\": \"Renamed\"}").expect(200);
    assertThat(server().anonymous().get(panel + "/data").expect(200).text()).doesNotContain("Oslo");
  }

  @Test
  void keyWithoutTheSourceSavesANote() {
    String source = source();
    String uid = save("{\"title\": \"Limited\"}").expect(200).json().path("uid").asString();
    String scope = "\"scope\": \"dashboards:uid:" + uid + "\"}";
    String key =
        admin()
            .post(
                "/keys",
                "{\"name\": \"k\", \"permissions\": [{\"action\": \"dashboards:read\", "
                    + scope
                    + ", {\"action\": \"dashboards:write\", "
                    + scope
                    + "]}")
            .expect(201)
            .json()
            .path("key")
            .asString();
    TestClient limited = server().as(key);
    String dashboard =
        with(panel(1, "table", source, ""))
            .replace(
                "{\"title\": \"Imported\"", "{\"uid\": \"" + uid + "\", \"title\": \"Imported\"");

    limited
        .post("/api/dashboards/db", "{\"overwrite\": true, \"dashboard\": " + dashboard + "}")
        .expect(200);
    TestAnswer created =
        limited.post("/api/dashboards/db", "{\"dashboard\": {\"title\": \"new\"}}");

    assertThat(note(ours(admin().get("/api/dashboards/uid/" + uid), uid)))
        .startsWith("Its data source is not one of this server.");
    Refusal.expectDenied(created, "dashboards:create");
  }

  @Test
  void ofTooManyPanelsTheFirstThousandAreLookedAt() {
    String many = "{\"type\": \"news\"},".repeat(1_200) + "{\"type\": \"news\"}";

    JsonNode notes = ours(save(with(many))).path("notes");

    assertThat(notes.size()).isEqualTo(1_001);
    assertThat(notes.path(1_000).path("text").asString())
        .isEqualTo("Only the first 1000 panels of this dashboard are looked at.");
    assertThat(notes.valueStream().map(note -> note.path("panel_id").asLong()))
        .doesNotHaveDuplicates();
  }

  @Test
  void panelsOverOthersMoveDown() {
    String one =
        "{\"type\": \"news\", \"id\": 7, \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 99, \"h\": 4}}";
    String two =
        "{\"type\": \"news\", \"id\": 7, \"gridPos\": {\"x\": 23, \"y\": 1, \"w\": 5, \"h\": -2}}";

    JsonNode notes = ours(save(with(one, two))).path("notes");

    assertThat(notes.path(0).path("place").toString())
        .isEqualTo("{\"x\":0,\"y\":0,\"w\":24,\"h\":4}");
    assertThat(notes.path(1).path("place").toString())
        .isEqualTo("{\"x\":23,\"y\":4,\"w\":1,\"h\":1}");
    assertThat(notes.path(0).path("panel_id").asLong()).isEqualTo(1);
    assertThat(notes.path(1).path("panel_id").asLong()).isEqualTo(7);
  }
}
