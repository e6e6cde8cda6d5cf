package com.streamdata.visualization;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Visualizations over HTTP. */
class VisualizationApiTest {
  private static final String BY_HOUR =
      """
      "x": {"column": "at", "bucket": "hour"}, "measures": [{"column": "delay", "aggregation": "avg"}]\
      """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void listIsAsPublished() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String first = dashboard.visualize("barchart", BY_HOUR);
    String second = dashboard.visualize("areachart", BY_HOUR);

    JsonNode all = server.admin().get("/visualizations").expect(200).json().path("visualizations");
    JsonNode mine = all.get(all.size() - 2);

    assertThat(mine.propertyNames())
        .containsExactly("id", "type", "dashboard_id", "dashboard_name", "owner", "created");
    assertThat(mine.path("id").stringValue()).isEqualTo(first);
    assertThat(mine.path("type").stringValue()).isEqualTo("barchart");
    assertThat(mine.path("dashboard_id").stringValue()).isEqualTo(dashboard.id());
    assertThat(mine.path("dashboard_name").stringValue()).isEqualTo("Flights");
    assertThat(mine.path("owner").stringValue()).isEqualTo(TestServer.ADMIN_EMAIL);
    assertThat(mine.path("created").stringValue()).matches("\\d{8}");
    assertThat(all.get(all.size() - 1).path("id").stringValue()).isEqualTo(second);
  }

  @Test
  void listComesInPagesWhenAsked() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    dashboard.visualize("barchart", BY_HOUR);
    dashboard.visualize("barchart", BY_HOUR);

    JsonNode page = server.admin().get("/visualizations?page=2&perpage=1").expect(200).json();

    assertThat(page.path("visualizations")).hasSize(1);
  }

  @Test
  void createdOneIsFoundWhereLocationSays() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);

    TestAnswer created =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard.id() + "/visualizations",
                dashboard.body("linechart", BY_HOUR))
            .expect(201);
    TestAnswer found = server.admin().get(created.header("Location").orElseThrow()).expect(200);

    assertThat(found.json()).isEqualTo(created.json());
    assertThat(found.header("ETag")).hasValue("\"1\"");
    assertThat(found.json().path("query").path("measures").get(0).path("name").asString())
        .isEqualTo("avg(delay)");
    assertThat(found.json().path("options")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          piechart      | "measures":[{"aggregation":"count"}]                                         | query.x
          stackbarchart | "x":{"column":"at"},"measures":[{"aggregation":"count"}]                     | query.series
          linechart     | "x":{"column":"nope"},"measures":[{"column":"place","aggregation":"sum"}]    | query.x.column query.measures[0].column
          linechart     | "x":{"column":"at","bucket":"decade"},"measures":[]                          | query.x.bucket
          linechart     | "x":{"column":"at"},"measures":[{"aggregation":"sum"}]                       | query.measures[0].column
          table         | "columns":["at"],"filters":[{"column":"delay","op":"eq","value":"x"}]        | query.filters[0].value
          table         | "columns":["at"],"filters":[{"column":"at","op":"in","value":[null]}]        | query.filters[0].value
          mapchart      | "columns":["at"]                                                             | type
          """)
  void whatItsTypeDoesNotAllowIsNamed(String type, String query, String fields) {
    ChartedDashboard dashboard = ChartedDashboard.create(server);

    TestAnswer answer =
        server
            .admin()
            .post("/dashboards/" + dashboard.id() + "/visualizations", dashboard.body(type, query))
            .expectProblem(400, "request.invalid");

    assertThat(answer.wrongFields()).containsExactly(fields.split(" "));
    assertThat(server.admin().get("/visualizations").text())
        .doesNotContain("\"" + dashboard.id() + "\"");
  }

  @Test
  void misspeltFieldIsRefused() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String body = dashboard.body("barchart", BY_HOUR + ", \"filter\": []");

    TestAnswer answer =
        server.admin().post("/dashboards/" + dashboard.id() + "/visualizations", body);

    assertThat(answer.expectProblem(400, "request.unknown-field").wrongFields())
        .containsExactly("query.filter");
  }

  @Test
  void sourceOfAnotherDashboardIsRefused() {
    ChartedDashboard one = ChartedDashboard.create(server);
    ChartedDashboard other = ChartedDashboard.create(server);

    TestAnswer answer =
        server
            .admin()
            .post("/dashboards/" + one.id() + "/visualizations", other.body("barchart", BY_HOUR));

    assertThat(answer.expectProblem(400, "request.invalid").wrongFields())
        .containsExactly("query.source");
  }

  @Test
  void patchChangesOnlyWhatItNames() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);
    JsonNode before = server.admin().get(path).json();

    JsonNode after =
        server
            .admin()
            .patch(path, "{\"title\": \"Late\", \"options\": {\"grid\": {\"width\": 6}}}")
            .expect(200)
            .json();

    assertThat(after.path("title").asString()).isEqualTo("Late");
    assertThat(after.path("options").toString()).isEqualTo("{\"grid\":{\"width\":6}}");
    assertThat(after.path("type")).isEqualTo(before.path("type"));
    assertThat(after.path("query")).isEqualTo(before.path("query"));
    assertThat(after.path("version").asInt()).isEqualTo(2);
  }

  @Test
  void typeThatDoesNotFitTheQueryIsRefused() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);

    TestAnswer answer = server.admin().patch(path, "{\"type\": \"stackbarchart\"}");

    assertThat(answer.expectProblem(400, "request.invalid").wrongFields())
        .containsExactly("query.series");
  }

  @Test
  void lostUpdateIsRefused() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);
    var first = server.admin().with("If-Match", "\"1\"");

    first.patch(path, "{\"title\": \"Mine\"}").expect(200);
    first.patch(path, "{\"title\": \"Yours\"}").expectProblem(412, "version.stale");
    first.delete(path).expect(412);

    assertThat(server.admin().get(path).json().path("title").asString()).isEqualTo("Mine");
  }

  @Test
  void deletedOneIsGone() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);

    server.admin().delete(path).expect(204);

    server.admin().get(path).expectProblem(404, "visualization.not-found");
    server.admin().get(path + "/data").expectProblem(404, "visualization.not-found");
    server.admin().delete(path).expectProblem(404, "visualization.not-found");
  }

  @Test
  void nobodyLearnsNothing() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String id = dashboard.visualize("barchart", BY_HOUR);

    server.anonymous().get("/visualizations").expectProblem(401, "access.unauthenticated");
    server.anonymous().get("/visualizations/" + id).expect(401);
    server.anonymous().get("/visualizations/999999").expect(401);
    server.anonymous().get("/visualizations/" + id + "/data").expect(401);
  }

  @Test
  void tooManyOptionsAreRefused() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);

    TestAnswer large =
        server.admin().patch(path, "{\"options\": {\"x\": \"" + "y".repeat(17_000) + "\"}}");
    TestAnswer list = server.admin().patch(path, "{\"options\": []}");

    assertThat(large.expect(400).wrongFields()).containsExactly("options");
    assertThat(list.expect(400).wrongFields()).containsExactly("options");
  }

  @Test
  void optionsThatSayHowAChartIsDrawnAreKept() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);
    String options =
        """
        {"number_format":"currency","currency":"EUR","legend":"none","palette":"warm",\
        "colors":{"a":8},"x_title":"Hour","y_title":"","y_min":-1.5,"y_max":2,"y_log":true,\
        "y_decimals":0}\
        """;

    server.admin().patch(path, "{\"options\": " + options + "}").expect(200);

    assertThat(server.admin().get(path).json().path("options")).hasToString(options);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"number_format": "roman"}      | number_format
          {"currency": "euro"}            | currency
          {"legend": ["top"]}             | legend
          {"palette": "red"}              | palette
          {"colors": {"a": "red"}}        | colors
          {"colors": {"a": 9}}            | colors
          {"colors": {"a": 1.5}}          | colors
          {"colors": ["a"]}               | colors
          {"x_title": 7}                  | x_title
          {"y_min": "0"}                  | y_min
          {"y_min": 3, "y_max": 3}        | y_max
          {"y_log": "yes"}                | y_log
          {"y_decimals": 16}              | y_decimals
          {"y_decimals": 1e300}           | y_decimals
          """)
  void optionsThatNobodyCouldDrawAreRefused(String options, String field) {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("barchart", BY_HOUR);

    TestAnswer refused = server.admin().patch(path, "{\"options\": " + options + "}");

    assertThat(refused.expect(400).wrongFields()).containsExactly("options." + field);
  }
}
