package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What viewers get of a public dashboard's panels (observed behaviour, V2: 1.4, 1.5, 2.8, 3.2). */
class PanelQueryApiTest extends ApiContract {

  private static SharedPanels shared(String... panels) {
    return SharedPanels.create(server(), "{\"isEnabled\": true}", panels);
  }

  private static TestClient anybody() {
    return server().anonymous();
  }

  @Test
  void framesAreExactlyGrafanas() {
    SharedPanels shared =
        shared(
            SharedPanels.timeseries(
                1, "SELECT seen AS time, celsius AS Value, site FROM readings ORDER BY 1"));

    TestAnswer answer = shared.query(1, "{}").expect(200);

    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.text())
        .isEqualTo(
            """
            {"results":{"A":{"status":200,"frames":[{"schema":{"refId":"A","meta":{"typeVersion":[0,0]},\
            "fields":[{"name":"time","type":"time","typeInfo":{"frame":"time.Time"}},\
            {"name":"Value","type":"number","typeInfo":{"frame":"float64","nullable":true},"labels":{"site":"north"}},\
            {"name":"Value","type":"number","typeInfo":{"frame":"float64","nullable":true},"labels":{"site":"south"}}]},\
            "data":{"values":[[1767225600000,1767225660000],[20.5,null],[null,10.0]]}}]}}}\
            """);
  }

  @Test
  void numbersThatAreNotFiniteAndPartsOfMillisecondsAreListedApart() {
    SharedPanels shared =
        shared(
            SharedPanels.table(
                1,
                """
                SELECT * FROM (VALUES ('NaN'::DOUBLE, TIMESTAMP '2026-01-01 00:00:00.000001'),
                  ('Infinity', TIMESTAMP '2026-01-01'), ('-Infinity', NULL), (1, NULL)) v(n, t)
                """));

    JsonNode data = shared.query(1, "{}").expect(200).json().at("/results/A/frames/0/data");

    assertThat(data.toString())
        .isEqualTo(
            "{\"values\":[[null,null,null,1.0],[1767225600000,1767225600000,null,null]],"
                + "\"entities\":[{\"NaN\":[0],\"Inf\":[1],\"NegInf\":[2]},null],"
                + "\"nanos\":[null,[1000,0,0,0]]}");
  }

  @Test
  void everyRefHasItsOwnResultAndOneFailureMakesItA400() {
    SharedPanels shared =
        shared(
            SharedPanels.panel(
                1,
                "timeseries",
                SharedPanels.target("B", "table", "SELECT 1 AS one"),
                SharedPanels.target("A", "table", "SELECT site::INT FROM readings"),
                SharedPanels.target("H", "table", "SELECT 2")
                    .replace("\"refId\"", "\"hide\": true, \"refId\"")));

    TestAnswer answer = shared.query(1, "{}").expect(400);

    JsonNode results = answer.json().path("results");
    assertThat(results.propertyNames()).containsExactly("A", "B");
    assertThat(results.path("A").propertyNames())
        .containsExactly("error", "errorSource", "status", "frames");
    assertThat(results.at("/A/error").asString())
        .isEqualTo("This query fails. Whoever has an account here sees why.");
    assertThat(results.at("/B/frames/0/data/values/0/0").asInt()).isEqualTo(1);
    assertThat(answer.text()).doesNotContain("executedQueryString").doesNotContain("SELECT");
  }

  @Test
  void answerIsGivenAgainUntilRowsChange() {
    SharedPanels shared = shared(SharedPanels.table(1, "SELECT count(*) AS n FROM readings"));

    String first = shared.query(1, "{}").expect(200).text();
    String again = shared.query(1, "{}").expect(200).text();
    server()
        .admin()
        .post("/sources/" + shared.source() + "/rows", "[{\"site\": \"east\"}]")
        .expect(200);

    assertThat(again).isEqualTo(first);
    assertThat(shared.firstValue(1, "{}").asInt()).isEqualTo(4);
  }

  @Test
  void pausingEndsWhatIsKept() {
    SharedPanels shared = shared(SharedPanels.table(1, "SELECT 1"));
    String share = "/api/dashboards/uid/" + shared.uid() + "/public-dashboards";
    shared.query(1, "{}").expect(200);

    String uid = server().admin().get(share).expect(200).json().path("uid").asString();
    server().admin().patch(share + "/" + uid, "{\"isEnabled\": false}").expect(200);

    Refusal.expect(shared.query(1, "{}"), 403, "notEnabled", "Dashboard paused");
  }

  @Test
  void nothingThatIsSentChangesTheQuery() {
    SharedPanels shared = shared(SharedPanels.table(1, "SELECT 1 AS one"));

    JsonNode frame =
        shared
            .query(
                1,
                """
                {"queries": [{"refId": "A", "rawSql": "SELECT 2"}], "rawSql": "SELECT 3",
                 "variables": {"x": ["1"]}, "panelId": 2, "INTERVALMS": 5}
                """)
            .expect(200)
            .json()
            .at("/results/A/frames/0");

    assertThat(frame.at("/data/values/0/0").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1-1-1-1-1", "0123456789012345678901234567890123456789"})
  void malformedTokenIsRefusedBeforeAnythingElse(String token) {
    Refusal.expect(
        anybody().post("/api/public/dashboards/" + token + "/panels/x/query", "nonsense"),
        400,
        "invalidAccessToken",
        "Invalid access token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notanumber", "1.5", "99999999999999999999", "0x1"})
  void panelIdIsAWholeNumber(String panel) {
    SharedPanels shared = shared(SharedPanels.table(1, "SELECT 1"));

    Refusal.expect(
        anybody().post(shared.address(panel), "nonsense"),
        400,
        "invalidPanelId",
        "Invalid panel id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"intervalMs\": 1.5}",
        "{\"intervalMs\": \"1\"}",
        "{\"timeRange\": 5}",
        "{\"timeRange\": {\"from\": 5}}"
      })
  void bodyIsReadBeforeTheTokenIsLookedUp(String body) {
    String unknown = "/api/public/dashboards/" + "0".repeat(32) + "/panels/1/query";

    Refusal.expect(anybody().post(unknown, body), 400, "badRequest", "BadRequest");
    Refusal.expect(
        anybody().post(unknown, "text/plain", new byte[0]), 400, "badRequest", "BadRequest");
    Refusal.expect(anybody().post(unknown, "{}"), 404, "notFound", "Dashboard not found");
  }

  @Test
  void emptyBodyIsAnEmptyObject() {
    SharedPanels shared = shared(SharedPanels.table(1, "SELECT 1"));

    anybody().post(shared.address("1"), "application/json", new byte[0]).expect(200);
    anybody().post(shared.address("1") + "/", "application/json", new byte[0]).expect(200);
  }

  @Test
  void pausedIsSaidAfterTheBodyWasRead() {
    SharedPanels paused =
        SharedPanels.create(server(), "{\"isEnabled\": false}", SharedPanels.table(1, "SELECT 1"));

    Refusal.expect(paused.query(1, "{"), 400, "badRequest", "BadRequest");
    Refusal.expect(paused.query(77, "{\"intervalMs\": -1}"), 403, "notEnabled", "Dashboard paused");
  }

  @Test
  void negativeNumbersAreRefusedAndZeroIsFine() {
    SharedPanels shared = shared(SharedPanels.table(1, "SELECT 1"));

    Refusal.expect(
        shared.query(77, "{\"intervalMs\": -1, \"maxDataPoints\": -1}"),
        400,
        "invalidInterval",
        "intervalMS should be greater than 0");
    Refusal.expect(
        shared.query(77, "{\"maxDataPoints\": -1}"),
        400,
        "maxDataPoints",
        "maxDataPoints should be greater than 0");
    shared.query(1, "{\"intervalMs\": 0, \"maxDataPoints\": 0}").expect(200);
  }

  @Test
  void panelMustBeKnownAndHaveAQuery() {
    SharedPanels shared =
        shared(
            SharedPanels.table(1, "SELECT 1"),
            "{\"id\": 2, \"type\": \"text\", \"title\": \"Words\"}",
            SharedPanels.panel(
                3,
                "table",
                SharedPanels.target("A", "table", "SELECT 1")
                    .replace("\"refId\"", "\"hide\": true, \"refId\"")),
            "{\"id\": 4, \"type\": \"row\", \"title\": \"Row\", \"collapsed\": true, \"panels\": ["
                + SharedPanels.table(5, "SELECT 5 AS five")
                + "]}");

    Refusal.expect(shared.query(77, "{}"), 404, "panelNotFound", "Dashboard panel not found");
    Refusal.expect(
        shared.query(2, "{}"), 400, "panelQueriesNotFound", "Failed to extract queries from panel");
    Refusal.expect(
        shared.query(3, "{}"), 400, "panelQueriesNotFound", "Failed to extract queries from panel");
    Refusal.expect(
        shared.query(4, "{}"), 400, "panelQueriesNotFound", "Failed to extract queries from panel");
    assertThat(shared.firstValue(5, "{}").asInt()).isEqualTo(5);
  }

  /** Grafana's GroupQueriesByPanelId: which targets belong to a panel, and to which source. */
  @Test
  void targetsAreThoseOfTheirPanel() {
    String bare = "{\"refId\": \"A\", \"format\": \"table\", \"rawSql\": \"SELECT %d AS n\"}";
    SharedPanels shared =
        shared(
            "{\"id\": 1, \"type\": \"table\", \"datasource\": \"$SOURCE\", \"targets\": ["
                + bare.formatted(1)
                + "]}",
            "{\"id\": 2, \"type\": \"table\", \"datasource\": {\"uid\": \"$SOURCE\"}, \"targets\": ["
                + bare.formatted(2).replace("\"refId\"", "\"exemplar\": true, \"refId\"")
                + "]}",
            SharedPanels.table(3, "SELECT 30"),
            SharedPanels.table(3, "SELECT 3"),
            "{\"id\": 4, \"type\": \"table\"}",
            SharedPanels.panel(
                5,
                "table",
                SharedPanels.target("A", "table", "SELECT 5"),
                SharedPanels.target("B", "table", "SELECT getenv(")
                    .replace("\"refId\"", "\"hide\": true, \"refId\"")),
            SharedPanels.panel(
                6,
                "table",
                SharedPanels.target("A", "table", "SELECT 6"),
                "{\"refId\": \"B\", \"datasource\": {\"uid\": \"__expr__\"}, \"type\": \"math\"}"));

    assertThat(shared.firstValue(1, "{}").asInt()).isEqualTo(1);
    assertThat(shared.firstValue(2, "{}").asInt()).isEqualTo(2);
    assertThat(shared.firstValue(3, "{}").asInt()).as("of two the last").isEqualTo(3);
    assertThat(shared.query(5, "{}").json().path("results").propertyNames()).containsExactly("A");
    for (int none : new int[] {4, 6}) {
      Refusal.expect(
          shared.query(none, "{}"),
          400,
          "panelQueriesNotFound",
          "Failed to extract queries from panel");
    }
  }

  @Test
  void nothingOfTheStatementReachesAViewer() {
    SharedPanels shared =
        shared(
            SharedPanels.panel(
                1,
                "table",
                SharedPanels.target("A", "table", "SELECT nonsense FROM readings"),
                SharedPanels.target("B", "table", "SELECT 1 AS one FROM readings")));

    String answer = shared.query(1, "{}").expect(400).text();

    assertThat(answer)
        .contains("\"error\"")
        .doesNotContain("SELECT", "source_", "executed", "nonsense", "celsius");
  }

  @Test
  void deletedDashboardIsNotFoundEvenIfItWasPaused() {
    SharedPanels paused =
        SharedPanels.create(server(), "{\"isEnabled\": false}", SharedPanels.table(1, "SELECT 1"));

    server().admin().delete("/api/dashboards/uid/" + paused.uid()).expect(200);

    paused.query(1, "{}").expect(404);
  }

  @Test
  void panelsMadeHereAnswerTheSameWay() {
    SharedPanels shared = SharedPanels.ofOurs(server());

    JsonNode chart = shared.query(101, "{}").expect(200).json().at("/results/A/frames/0");
    JsonNode tile = shared.query(1, "{}").expect(200).json().at("/results/A/frames/0");

    assertThat(chart.at("/schema/fields/1/labels/site").asString()).isEqualTo("north");
    assertThat(chart.at("/data/values/0/0").asLong()).isEqualTo(1767225600000L);
    assertThat(tile.at("/data/values/0/0").asInt()).isEqualTo(3);
    Refusal.expect(shared.query(102, "{}"), 404, "panelNotFound", "Dashboard panel not found");
  }

  @ParameterizedTest
  @CsvSource({"true, south", "false, north"})
  void viewersChooseValuesOfVariablesOnlyWhereTheyMay(boolean allowed, String site) {
    String templating =
        """
        {"list": [{"name": "site", "type": "custom", "query": "north,south",
          "options": [{"text": "north", "value": "north"}, {"text": "south", "value": "south"}],
          "current": {"text": "north", "value": "north"}}]}
        """;
    SharedPanels shared =
        SharedPanels.with(
            server(),
            "{\"isEnabled\": true, \"variableSelectionEnabled\": " + allowed + "}",
            templating,
            "{}",
            SharedPanels.table(1, "SELECT '$site' AS site"));

    assertThat(shared.firstValue(1, "{\"variables\": {\"site\": [\"south\"]}}").asString())
        .isEqualTo(site);
    assertThat(shared.firstValue(1, "{\"variables\": {\"other\": [\"south\"]}}").asString())
        .isEqualTo("north");
    shared.query(1, "{\"variables\": {\"site\": [\"' OR 1=1 --\"]}}").expect(allowed ? 400 : 200);
  }
}
