package com.streamdata.visualization;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The data of visualizations over HTTP. */
class VisualizationDataTest {
  private static final String BY_HOUR =
      """
      "x": {"column": "at", "bucket": "hour"}, "measures": [{"column": "delay", "aggregation": "sum"}]\
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

  private static String values(JsonNode data, int column) {
    return data.path("columns").get(column).path("values").toString();
  }

  @Test
  void missingHoursAndNullsAreGaps() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String id = dashboard.visualize("linechart", BY_HOUR);

    JsonNode data = server.admin().get("/visualizations/" + id + "/data").expect(200).json();

    assertThat(data.propertyNames()).containsExactly("columns", "row_count", "truncated", "as_of");
    assertThat(data.path("columns").get(0).path("name").asString()).isEqualTo("at");
    assertThat(data.path("columns").get(0).path("type").asString()).isEqualTo("timestamp");
    assertThat(values(data, 0))
        .isEqualTo(
            "[\"2024-10-27T00:00:00Z\",\"2024-10-27T01:00:00Z\",\"2024-10-27T02:00:00Z\",\"2024-10-27T03:00:00Z\"]");
    assertThat(values(data, 1)).isEqualTo("[5.0,null,null,7.5]");
    assertThat(data.path("row_count").asInt()).isEqualTo(4);
    assertThat(data.path("truncated").booleanValue()).isFalse();
    assertThat(data.path("as_of").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
  }

  @Test
  void previewIsTheDataOfWhatIsNotMade() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/dashboards/" + dashboard.id() + "/preview";

    JsonNode data =
        server.admin().post(path, dashboard.body("linechart", BY_HOUR)).expect(200).json();

    assertThat(values(data, 1)).isEqualTo("[5.0,null,null,7.5]");
    assertThat(server.admin().get("/dashboards/" + dashboard.id()).json().path("visualizations"))
        .isEmpty();
    server
        .admin()
        .post(path, dashboard.body("piechart", BY_HOUR + ", \"series\": \"place\""))
        .expectProblem(400, "request.invalid");
  }

  @Test
  void dayBeginsInTheZoneOfTheDashboard() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String query =
        "\"x\": {\"column\": \"at\", \"bucket\": \"day\"}, \"measures\": [{\"aggregation\": \"count\"}]";

    JsonNode data =
        server
            .admin()
            .get("/visualizations/" + dashboard.visualize("barchart", query) + "/data")
            .json();

    assertThat(values(data, 0)).isEqualTo("[\"2024-10-26T22:00:00Z\"]");
    assertThat(values(data, 1)).isEqualTo("[3]");
  }

  @Test
  void wholeNumbersOf64BitsAreExact() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String id = dashboard.visualize("table", "\"columns\": [\"flight\"], \"limit\": 1");

    String text = server.admin().get("/visualizations/" + id + "/data").expect(200).text();

    assertThat(text).contains("[9007199254740993]").contains("\"truncated\":false");
  }

  @Test
  void pushedRowIsSeenAtOnce() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("linechart", BY_HOUR) + "/data";
    JsonNode before = server.admin().get(path).json();

    dashboard.push("at,delay\n2024-10-27T03:45:00Z,2.5\n");
    JsonNode after = server.admin().get(path).json();

    assertThat(values(before, 1)).isEqualTo("[5.0,null,null,7.5]");
    assertThat(values(after, 1)).isEqualTo("[5.0,null,null,10.0]");
    assertThat(after.path("as_of").asString())
        .isGreaterThanOrEqualTo(before.path("as_of").asString());
  }

  @Test
  void timeRangeIsAppliedWithItsEndLeftOut() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("linechart", BY_HOUR) + "/data";

    JsonNode both =
        server
            .admin()
            .get(path + "?from=2024-10-27T01:30:00Z&to=2024-10-27T03:30:00Z")
            .expect(200)
            .json();
    JsonNode local = server.admin().get(path + "?from=2024-10-27T04:00").expect(200).json();

    assertThat(values(both, 0)).isEqualTo("[\"2024-10-27T01:00:00Z\"]");
    assertThat(values(local, 0)).isEqualTo("[\"2024-10-27T03:00:00Z\"]");
  }

  @Test
  void wrongTimeIsNamed() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("linechart", BY_HOUR) + "/data";

    assertThat(server.admin().get(path + "?from=yesterday").expect(400).wrongFields())
        .containsExactly("from");
    assertThat(server.admin().get(path + "?from=now&to=now-1d").expect(400).wrongFields())
        .containsExactly("to");
  }

  @Test
  void csvComesByAcceptAndByName() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path =
        "/visualizations/"
            + dashboard.visualize(
                "table", "\"columns\": [\"at\", \"place\", \"delay\", \"flight\"]")
            + "/data";
    String csv =
        """
        at,place,delay,flight\r
        2024-10-27T00:30:00Z,TXL,5.0,9007199254740993\r
        2024-10-27T01:30:00Z,TXL,,2\r
        2024-10-27T03:30:00Z,'=SUM(A1),7.5,3\r
        """;

    var accepted = server.admin().with("Accept", "text/csv").get(path).expect(200);
    var named = server.admin().get(path + ".csv").expect(200);

    assertThat(accepted.text()).isEqualTo(csv);
    assertThat(named.text()).isEqualTo(csv);
    assertThat(named.header("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(server.admin().with("Accept", "*/*").get(path).header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
  }

  @Test
  void pieIsOneSlicePerValue() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String id =
        dashboard.visualize(
            "piechart",
            """
            "x": {"column": "place"}, "measures": [{"aggregation": "count", "name": "flights"}],
            "order": [{"column": "flights", "direction": "desc"}]\
            """);

    JsonNode data = server.admin().get("/visualizations/" + id + "/data").expect(200).json();

    assertThat(values(data, 0)).isEqualTo("[\"TXL\",\"=SUM(A1)\"]");
    assertThat(values(data, 1)).isEqualTo("[2,1]");
  }

  @Test
  void filtersAndUsualTimeOfTheDashboardHoldForItsData() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("linechart", BY_HOUR) + "/data";
    server
        .admin()
        .patch(
            "/dashboards/" + dashboard.id(),
            """
            {"filters": [{"column": "place", "op": "eq", "value": "TXL"},
                         {"column": "of another source", "op": "eq", "value": 1}],
             "time_range": {"from": "2024-10-27T03:00", "to": "2024-10-27"}}
            """)
        .expect(200);

    JsonNode usual = server.admin().get(path).expect(200).json();
    JsonNode asked = server.admin().get(path + "?from=2024-10-27").expect(200).json();

    assertThat(values(usual, 0)).isEqualTo("[]");
    assertThat(values(asked, 0)).isEqualTo("[\"2024-10-27T00:00:00Z\",\"2024-10-27T01:00:00Z\"]");
  }

  @Test
  void problemIsToldInJsonAlsoToThoseWhoWantCsv() {
    ChartedDashboard dashboard = ChartedDashboard.create(server);
    String path = "/visualizations/" + dashboard.visualize("linechart", BY_HOUR) + "/data";

    server
        .admin()
        .with("Accept", "text/csv")
        .get(path + "?from=x")
        .expectProblem(400, "request.invalid");
    server.admin().get(path + ".csv?from=x").expectProblem(400, "request.invalid");
  }
}
