package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Saving dashboards in Grafana's JSON, and reading them back (observed behaviour, 5.2 and 5.3). */
class DashboardImportApiTest extends ApiContract {
  private static final String SQL = "SELECT at AS time, sum(n) AS n FROM flights GROUP BY 1";

  private static TestClient admin() {
    return server().admin();
  }

  private static TestAnswer save(String dashboard, String more) {
    return admin().post("/api/dashboards/db", "{\"dashboard\": " + dashboard + more + "}");
  }

  private static TestAnswer save(String dashboard) {
    return save(dashboard, "");
  }

  private static JsonNode read(String uid) {
    return admin().get("/api/dashboards/uid/" + uid).expect(200).json();
  }

  /** Our own view of a dashboard that was saved. */
  private static JsonNode ours(TestAnswer saved) {
    return admin()
        .get("/dashboards/" + saved.expect(200).json().path("id").asLong())
        .expect(200)
        .json();
  }

  /** A source called flights on a dashboard of its own; its id. */
  private static String source() {
    String dashboard =
        admin()
            .post("/dashboards", "{\"name\": \"Data\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    String source =
        admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"flights\", \"kind\": \"push\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    admin()
        .post(
            "/sources/" + source + "/rows",
            "text/csv",
            "at,city,n\n2026-01-01T00:00:00Z,Oslo,1\n".getBytes(StandardCharsets.UTF_8))
        .expect(200);
    return source;
  }

  private static String panel(long id, String type, String source, String more) {
    return """
    {"id": %d, "type": "%s", "title": "P%d", "gridPos": {"x": 0, "y": %d, "w": 12, "h": 8},
     "datasource": {"type": "streamdata", "uid": "source-%s"},
     "targets": [{"refId": "A", "rawSql": "%s", "format": "time_series"}]%s}
    """
        .formatted(id, type, id, id * 8, source, SQL, more);
  }

  private static String with(String... panels) {
    return "{\"title\": \"Imported\", \"panels\": [" + String.join(",", panels) + "]}";
  }

  private static String note(JsonNode ours) {
    assertThat(ours.path("notes").size()).as(ours.toString()).isEqualTo(1);
    JsonNode note = ours.path("notes").path(0);
    return (note.path("text").asString() + " " + note.path("detail").asString("")).strip();
  }

  @Test
  void answerTellsWhereItIs() {
    JsonNode saved = save("{\"title\": \"Plant A\", \"uid\": \"plant-answer\"}").expect(200).json();

    assertThat(saved.path("uid").asString()).isEqualTo("plant-answer");
    assertThat(saved.path("url").asString()).isEqualTo("/d/plant-answer/plant-a");
    assertThat(saved.path("slug").asString()).isEqualTo("plant-a");
    assertThat(saved.path("status").asString()).isEqualTo("success");
    assertThat(saved.path("version").asLong()).isEqualTo(1);
    assertThat(saved.path("id").isIntegralNumber()).isTrue();
    assertThat(saved.path("folderUid").asString()).isEmpty();
    admin().delete("/api/dashboards/uid/plant-answer").expect(200);
  }

  @Test
  void whatWasSentComesBackWordForWord() {
    String sent =
        """
        {"title":"Größe","custom":{"a":[1,2.50,1e3,null,true],"ß":"\\u0000 é"},"id":null,"panels":[{"type":"news","id":3,"x":"y"}],
         "refresh":"5s","tags":["b","a"],"schemaVersion":39}
        """;

    JsonNode saved = save(sent).expect(200).json();

    JsonNode back = read(saved.path("uid").asString()).path("dashboard");
    assertThat(back.path("id").asLong()).isEqualTo(saved.path("id").asLong());
    assertThat(back.path("version").asLong()).isEqualTo(1);
    assertThat(back.path("custom").toString()).contains("2.50").contains("\\u0000 é");
    assertThat(back.path("panels").toString())
        .isEqualTo("[{\"type\":\"news\",\"id\":3,\"x\":\"y\"}]");
    assertThat(back.path("tags").toString()).isEqualTo("[\"b\",\"a\"]");
    assertThat(back.propertyNames())
        .containsExactlyInAnyOrder(
            "title",
            "custom",
            "id",
            "panels",
            "refresh",
            "tags",
            "schemaVersion",
            "uid",
            "version");
  }

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
  void savingAgainNeedsTheVersionOrOverwrite() {
    String uid = save("{\"title\": \"One\"}").expect(200).json().path("uid").asString();
    String two = "{\"title\": \"Two\", \"uid\": \"%s\"%s}";

    TestAnswer stale = save(two.formatted(uid, "")).expect(412);
    assertThat(stale.text())
        .isEqualTo(
            "{\"message\":\"The dashboard has been changed by someone else\",\"status\":\"version-mismatch\"}");
    assertThat(
            save(two.formatted(uid, ", \"version\": 1"))
                .expect(200)
                .json()
                .path("version")
                .asLong())
        .isEqualTo(2);
    save(two.formatted(uid, ", \"version\": 1")).expect(412);
    assertThat(
            save(two.formatted(uid, ""), ", \"overwrite\": true")
                .expect(200)
                .json()
                .path("version")
                .asLong())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title": " "}                     | 400 | Dashboard title cannot be empty
          {"title": 7}                       | 400 | Dashboard title cannot be empty
          {}                                 | 400 | Dashboard title cannot be empty
          []                                 | 400 | bad request data
          null                               | 400 | bad request data
          {"title": "x", "uid": "a b"}       | 400 | uid contains illegal characters
          {"title": "x", "uid": "12345678901234567890123456789012345678901"} | 400 | uid too long, max 40 characters
          {"title": "x", "id": 999999}       | 404 | Dashboard not found
          """)
  void wrongDashboardsAreRefused(String dashboard, int status, String message) {
    TestAnswer answer = save(dashboard).expect(status);

    assertThat(answer.json().path("message").asString()).isEqualTo(message);
  }

  @Test
  void tooMuchIsRefused() {
    TestAnswer title = save("{\"title\": \"" + "x".repeat(5001) + "\"}").expect(400);
    TestAnswer body = save("{\"title\": \"x\", \"a\": \"" + "x".repeat(1024 * 1024) + "\"}");
    TestAnswer deep =
        save("{\"title\": \"x\", \"a\": " + "[".repeat(2000) + "]".repeat(2000) + "}");

    assertThat(title.json().path("status").asString()).isEqualTo("title-too-long");
    body.expect(413);
    deep.expect(400);
    assertThat(save("{\"title\": \"" + "x".repeat(5000) + "\"}").status()).isEqualTo(200);
    assertThat(save("{\"title\": \"x\"}", ", \"folderUid\": \"nowhere\"").expect(404).text())
        .isEqualTo("{\"message\":\"Folder not found\"}");
  }

  @Test
  void uidOfAnotherDashboardIsRefused() {
    save("{\"title\": \"a\", \"uid\": \"taken\"}").expect(200);
    long other = save("{\"title\": \"b\"}").expect(200).json().path("id").asLong();

    TestAnswer answer =
        save(
                "{\"title\": \"b\", \"uid\": \"taken\", \"id\": " + other + "}",
                ", \"overwrite\": true")
            .expect(400);

    assertThat(answer.json().path("message").asString())
        .isEqualTo("A dashboard with the same uid already exists");
    admin().delete("/api/dashboards/uid/taken").expect(200);
  }

  @Test
  void parallelSavesOfOneUidMakeOneDashboard() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Integer> statuses = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> statuses.add(save("{\"title\": \"p\", \"uid\": \"parallel\"}").status())));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 400, 412);
    admin().delete("/api/dashboards/uid/parallel").expect(200);
  }

  @Test
  void deletedOneIsGone() {
    String uid = save("{\"title\": \"Short\"}").expect(200).json().path("uid").asString();

    JsonNode deleted = admin().delete("/api/dashboards/uid/" + uid).expect(200).json();

    assertThat(deleted.path("title").asString()).isEqualTo("Short");
    assertThat(deleted.path("message").asString()).isEqualTo("Dashboard Short deleted");
    assertThat(deleted.path("uid").asString()).isEqualTo(uid);
    assertThat(admin().get("/api/dashboards/uid/" + uid).expect(404).text())
        .isEqualTo("{\"message\":\"Dashboard not found\",\"status\":\"not-found\"}");
  }

  @Test
  void metaTellsWhatTheCallerMayDo() {
    String uid = save("{\"title\": \"Plant A\"}").expect(200).json().path("uid").asString();

    JsonNode meta = read(uid).path("meta");

    assertThat(meta.path("url").asString()).isEqualTo("/d/" + uid + "/plant-a");
    assertThat(meta.path("canSave").asBoolean()).isTrue();
    assertThat(meta.path("createdBy").asString()).isEqualTo("owner@email.com");
    assertThat(meta.path("version").asLong()).isEqualTo(1);
    assertThat(meta.has("publicDashboardEnabled")).isFalse();
    admin()
        .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
        .expect(200);
    assertThat(read(uid).path("meta").path("publicDashboardEnabled").asBoolean()).isTrue();
  }

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
  void statementThatDoesNotPassIsANote() {
    String source = source();

    JsonNode ours =
        ours(save(with(panel(1, "table", source, "").replace(SQL, "DROP TABLE flights"))));

    assertThat(note(ours)).startsWith("Its query does not pass. statements[0].sql");
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

  @Test
  void addressLeadsPeopleToTheApplication() {
    JsonNode saved = save("{\"title\": \"Linked\"}").expect(200).json();

    TestAnswer known = admin().get(saved.path("url").asString()).expect(302);
    TestAnswer unknown = server().anonymous().get(saved.path("url").asString()).expect(302);

    assertThat(known.header("Location").orElseThrow())
        .endsWith("app/dashboards/" + saved.path("id").asLong());
    assertThat(unknown.header("Location").orElseThrow()).endsWith("app/");
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
  void nothingIsKeptOfWhatIsRefused() {
    save("{\"title\": \"a\", \"uid\": \"refused\"}", ", \"folderUid\": \"nowhere\"").expect(404);
    admin().get("/api/dashboards/uid/refused").expect(404);
    String uid = save("{\"title\": \"kept\"}").expect(200).json().path("uid").asString();
    String other = "{\"title\": \"lost\", \"uid\": \"" + uid + "\"}";

    save(other).expect(412);
    save(other, ", \"overwrite\": true, \"folderUid\": \"nowhere\"").expect(404);

    JsonNode back = read(uid).path("dashboard");
    assertThat(back.path("title").asString()).isEqualTo("kept");
    assertThat(back.path("version").asLong()).isEqualTo(1);
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

  private static JsonNode ours(TestAnswer read, String uid) {
    assertThat(read.json().path("dashboard").path("uid").asString()).isEqualTo(uid);
    long id = read.json().path("dashboard").path("id").asLong();
    return admin().get("/dashboards/" + id).expect(200).json();
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
