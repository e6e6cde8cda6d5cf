package com.streamdata.visualization;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Statements in SQL as saved queries of visualizations and key metrics. */
class StatementApiTest {
  private static TestServer server;
  private static ChartedDashboard charted;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    charted = ChartedDashboard.create(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String statements(String format, String sql) {
    return """
    {"statements": [{"ref": "A", "source": "%s", "sql": %s, "format": "%s", "hidden": false}]}
    """
        .formatted(charted.source(), JsonNodeFactory.instance.stringNode(sql), format);
  }

  private static String visualization(String type, String query) {
    return "{\"type\": \"%s\", \"title\": \"Delays\", \"query\": %s}".formatted(type, query);
  }

  private static String address() {
    return "/dashboards/" + charted.id() + "/visualizations";
  }

  private static String made(String query) {
    return server
        .admin()
        .post(address(), visualization("table", query))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static String link(String right) {
    return server
        .admin()
        .post("/dashboards/" + charted.id() + "/share", "{\"access\": \"" + right + "\"}")
        .expect(200)
        .json()
        .path("share_link")
        .asString()
        .replaceAll(".*/share/", "/share/");
  }

  @Test
  void savedStatementComesBackAndIsRun() {
    String query = statements("table", "SELECT place, delay FROM flights ORDER BY delay");
    String id = made(query);

    JsonNode saved = server.admin().get("/visualizations/" + id).expect(200).json();
    JsonNode data = server.admin().get("/visualizations/" + id + "/data").expect(200).json();

    assertThat(saved.at("/query/statements/0/format").asString()).isEqualTo("table");
    assertThat(saved.path("panel_id").asInt()).isGreaterThan(100);
    assertThat(data.at("/columns/1/values").toString()).isEqualTo("[5.0,7.5,null]");
    assertThat(data.at("/columns/0/type").asString()).isEqualTo("text");
  }

  @Test
  void rangeOfARequestIsTheRangeOfItsMacros() {
    String id = made(statements("table", "SELECT count(*) FROM flights WHERE $__timeFilter(at)"));

    JsonNode data =
        server
            .admin()
            .get(
                "/visualizations/" + id + "/data?from=2024-10-27T00:00:00Z&to=2024-10-27T01:00:00Z")
            .expect(200)
            .json();

    assertThat(data.at("/columns/0/values/0").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsNamedBeforeItIsSaved() {
    TestAnswer hostile =
        server
            .admin()
            .post(address(), visualization("table", statements("table", "SELECT getenv('HOME')")))
            .expectProblem(400, "request.invalid");
    TestAnswer unknown =
        server
            .admin()
            .post(
                address(),
                visualization("table", "{\"statements\": [{\"ref\": \"A\"}], \"limit\": 1}"))
            .expectProblem(400, "request.unknown-field");

    assertThat(hostile.wrongFields()).containsExactly("query.statements[0].sql");
    assertThat(unknown.wrongFields())
        .contains("query.limit", "query.statements[0].sql", "query.statements[0].source");
  }

  @Test
  void holderOfAnEditLinkKeepsStatementsButMakesNone() {
    String query = statements("table", "SELECT place FROM flights");
    String other = statements("table", "SELECT delay FROM flights");
    String id = made(query);
    String link = link("edit");
    TestClient visitor = server.anonymous();

    visitor.post(link + "/visualizations", visualization("table", query)).expect(403);
    visitor.patch(link + "/visualizations/" + id, "{\"query\": " + other + "}").expect(403);
    visitor
        .patch(link + "/visualizations/" + id, "{\"title\": \"New\", \"query\": " + query + "}")
        .expect(200);
    visitor
        .patch(link + "/dashboard", "{\"tiles\": [{\"title\": \"N\", \"query\": " + other + "}]}")
        .expect(403);
  }

  @Test
  void visitorsSeeNothingOfAStatementButItsRows() {
    String id = made(statements("time_series", "SELECT at, delay, place FROM flights"));
    String link = link("view");

    JsonNode shared = server.anonymous().get(link + "/dashboard").expect(200).json();
    JsonNode data =
        server.anonymous().get(link + "/visualizations/" + id + "/data").expect(200).json();

    assertThat(shared.toString()).doesNotContain("SELECT", "statements", "flights");
    assertThat(data.at("/columns/0/type").asString()).isEqualTo("timestamp");
    assertThat(data.at("/columns/1/name").asString()).isEqualTo("place");
    assertThat(data.at("/columns/2/name").asString()).isEqualTo("delay");
  }

  @Test
  void onlyAccountsAreToldInTheEnginesWordsWhyOneFails() {
    String id = made(statements("table", "SELECT place::INT FROM flights"));
    String link = link("view");

    TestAnswer owner = server.admin().get("/visualizations/" + id + "/data");
    TestAnswer visitor = server.anonymous().get(link + "/visualizations/" + id + "/data");

    owner.expectProblem(400, "query.statement");
    assertThat(owner.text()).contains("Could not convert string").doesNotContain("source_");
    visitor.expectProblem(400, "query.statement");
    assertThat(visitor.text()).doesNotContain("TXL", "convert", "place");
  }

  @Test
  void newRowsAreSeenAtOnce() {
    ChartedDashboard own = ChartedDashboard.create(server);
    String query =
        statements("table", "SELECT count(*) FROM flights").replace(charted.source(), own.source());
    String id =
        server
            .admin()
            .post("/dashboards/" + own.id() + "/visualizations", visualization("table", query))
            .expect(201)
            .json()
            .path("id")
            .asString();
    String data = "/visualizations/" + id + "/data";

    int before = server.admin().get(data).json().at("/columns/0/values/0").asInt();
    own.push("at,place,delay,flight\n2024-10-27T05:30:00Z,TXL,1,4\n");

    assertThat(server.admin().get(data).json().at("/columns/0/values/0").asInt())
        .isEqualTo(before + 1);
  }

  @Test
  void keyMetricMayBeAStatement() {
    ChartedDashboard own = ChartedDashboard.create(server);
    String query =
        statements("table", "SELECT max(delay) AS most FROM flights")
            .replace(charted.source(), own.source());

    server
        .admin()
        .patch(
            "/dashboards/" + own.id(),
            "{\"tiles\": [{\"title\": \"Most\", \"query\": " + query + "}]}")
        .expect(200);

    JsonNode data =
        server.admin().get("/dashboards/" + own.id() + "/tiles/0/data").expect(200).json();
    assertThat(data.at("/columns/0/values/0").asDouble()).isEqualTo(7.5);
  }
}
