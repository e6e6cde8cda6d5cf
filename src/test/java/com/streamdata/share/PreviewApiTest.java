package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the holder of an edit link tries before it is saved. */
class PreviewApiTest {
  private static TestServer server;
  private LiveDashboard live;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void createDashboard() {
    live = new LiveDashboard(server);
  }

  @Test
  void previewIsTheDataOfWhatIsNotMade() {
    String path = live.share("edit", "");

    TestAnswer answer = preview(path, "table", columns(live.source, "city")).expect(200);

    assertThat(answer.json().at("/columns/0/values").toString()).isEqualTo("[\"Oslo\"]");
    assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(server.admin().get("/dashboards/" + live.id).json().path("visualizations"))
        .hasSize(2);
  }

  @Test
  void viewLinkTriesNothing() {
    preview(live.share("view", ""), "table", columns(live.source, "city"))
        .expectProblem(403, "access.forbidden");
  }

  @Test
  void lockedAndRevokedLinksTryNothing() {
    String locked = live.share("edit", ", \"password\": \"s3cret\"");
    preview(locked, "table", columns(live.source, "city")).expectProblem(401, "share.locked");
    String revoked = live.share("edit", "");
    server.admin().delete("/shares/" + live.lastShare()).expect(204);
    preview(revoked, "table", columns(live.source, "city")).expectProblem(404, "share.not-found");
  }

  @Test
  void sourcesOfOtherDashboardsAreRefused() {
    LiveDashboard other = new LiveDashboard(server);

    TestAnswer answer =
        preview(live.share("edit", ""), "table", columns(other.source, "city")).expect(400);

    assertThat(answer.wrongFields()).containsExactly("query.source");
    assertThat(answer.text()).doesNotContain("Oslo");
  }

  @Test
  void whatSqlShowsOfAnotherDashboardsSourceOpensNoMoreOfIt() {
    LiveDashboard other = new LiveDashboard(server);
    String sql = statement(other.source, "SELECT count(*) AS cities FROM one");
    String shown = made("table", sql);
    String path = live.share("edit", "");
    TestClient visitor = server.anonymous();
    String rows = columns(other.source, "city");

    TestAnswer same = preview(path, "table", sql);
    TestAnswer more = preview(path, "table", rows);
    TestAnswer changed =
        visitor.patch(path + "/visualizations/" + shown, "{\"query\": " + rows + "}");

    assertThat(same.expect(200).text()).contains("cities").doesNotContain("Oslo");
    assertThat(more.expect(400).wrongFields()).containsExactly("query.source");
    assertThat(changed.expect(400).wrongFields()).containsExactly("query.source");
  }

  @Test
  void sqlOfItsOwnIsRefused() {
    String path = live.share("edit", "");

    preview(path, "table", statement(live.source, "SELECT * FROM one"))
        .expectProblem(403, "access.forbidden");
  }

  @Test
  void whatIsWrongIsNamedAsWhenItIsSaved() {
    TestAnswer answer =
        preview(live.share("edit", ""), "table", columns(live.source, "nonsense")).expect(400);

    assertThat(answer.wrongFields()).containsExactly("query.columns[0]");
  }

  @Test
  void rangeOfTheVisitorCountsOnlyWhereTheShareLetsItBeChosen() {
    String path = live.share("edit", "");
    String query = columns(live.source, "city");

    preview(path, "?from=nonsense&to=now", "table", query).expect(200);
    live.changeShare("{\"time_selection\": true}");
    preview(path, "?from=nonsense&to=now", "table", query).expect(400);
  }

  private static TestAnswer preview(String path, String type, String query) {
    return preview(path, "", type, query);
  }

  private static TestAnswer preview(String path, String search, String type, String query) {
    return server.anonymous().post(path + "/preview" + search, body(type, query));
  }

  private String made(String type, String query) {
    return server
        .admin()
        .post("/dashboards/" + live.id + "/visualizations", body(type, query))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static String body(String type, String query) {
    return "{\"type\": \"%s\", \"title\": \"Tried\", \"query\": %s}".formatted(type, query);
  }

  private static String columns(String source, String column) {
    return "{\"source\": \"%s\", \"columns\": [\"%s\"]}".formatted(source, column);
  }

  private static String statement(String source, String sql) {
    return """
    {"statements": [{"ref": "A", "source": "%s", "format": "table", "hidden": false,
      "sql": "%s"}]}\
    """
        .formatted(source, sql);
  }
}
