package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What visitors of a link may see and change, over HTTP. */
class VisitApiTest {
  private static TestServer server;
  private String dashboard;
  private String source;
  private String chart;
  private String other;

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
    dashboard = id(server.admin().post("/dashboards", "{\"name\": \"Weather\"}"));
    source =
        id(
            server
                .admin()
                .post(
                    "/dashboards/" + dashboard + "/sources",
                    "{\"name\": \"Stations\", \"kind\": \"push\"}"));
    push("[{\"city\": \"Oslo\", \"degrees\": 4}, {\"city\": \"Rome\", \"degrees\": 19.5}]");
    chart = visualization("Degrees", "sum");
    other = visualization("Others", "max");
    server
        .admin()
        .patch(
            "/dashboards/" + dashboard,
            """
            {"tiles": [{"title": "Warmest", "query":
              {"source": "%s", "measures": [{"column": "degrees", "aggregation": "max"}]}}]}
            """
                .formatted(source))
        .expect(200);
  }

  @Test
  void visitorSeesTheDashboardItsChartsAndItsNumbers() {
    String path = share("view", "");

    JsonNode shown = server.anonymous().get(path + "/dashboard").expect(200).json();
    JsonNode data = data(path, chart).expect(200).json();
    JsonNode tile = server.anonymous().get(path + "/tiles/0/data").expect(200).json();

    assertThat(shown.path("title").asString()).isEqualTo("Weather");
    assertThat(shown.path("visualizations").valueStream().map(v -> v.path("id").asString()))
        .containsExactly(chart, other);
    assertThat(data.path("columns").get(0).path("values").toString())
        .isEqualTo("[\"Oslo\",\"Rome\"]");
    assertThat(data.path("columns").get(1).path("values").toString()).isEqualTo("[4.0,19.5]");
    assertThat(tile.path("columns").get(0).path("values").toString()).isEqualTo("[19.5]");
  }

  @Test
  void visitorIsToldNeitherQueriesNorSourcesNorPeople() {
    String path = share("view", "");

    String shown = server.anonymous().get(path + "/dashboard").expect(200).text();

    assertThat(shown)
        .doesNotContain("query", "source", "Stations", "owner@email.com", "\"uid\"", "filters");
  }

  @Test
  void visitorSeesEveryAcknowledgedRowAtOnce() {
    String path = share("view", "");
    data(path, chart).expect(200);

    for (int i = 1; i <= 5; i++) {
      push("[{\"city\": \"City " + i + "\", \"degrees\": " + i + "}]");
      assertThat(data(path, chart).json().path("row_count").asInt()).isEqualTo(2 + i);
    }
  }

  @Test
  void revokedLinkIsGoneAtOnceThoughItWasAnsweredFromMemory() {
    String path = share("view", "");
    data(path, chart).expect(200);
    data(path, chart).expect(200);

    server.admin().delete("/shares/" + lastShare()).expect(204);

    data(path, chart).expectProblem(404, "share.not-found");
    server.anonymous().get(path + "/dashboard").expectProblem(404, "share.not-found");
  }

  @Test
  void linkToOneVisualizationShowsNothingElse() {
    String path = path(server.admin().post("/visualizations/" + chart + "/share").expect(200));

    JsonNode shown = server.anonymous().get(path + "/dashboard").expect(200).json();

    assertThat(shown.path("title").asString()).isEqualTo("Degrees");
    assertThat(shown.path("visualizations").size()).isEqualTo(1);
    assertThat(shown.path("tiles").size()).isZero();
    assertThat(shown.toString()).doesNotContain("Weather", "Others");
    data(path, chart).expect(200);
    data(path, other).expect(404);
    server.anonymous().get(path + "/tiles/0/data").expect(404);
    server.anonymous().patch(path + "/dashboard", "{\"name\": \"x\"}").expect(404);
  }

  @Test
  void protectedLinkTellsNothingUntilItIsUnlocked() {
    String path = share("view", ", \"password\": \"open sesame\"");
    var locked = server.anonymous().get(path + "/dashboard");

    locked.expectProblem(401, "share.locked");
    assertThat(locked.text()).doesNotContain("Weather");
    data(path, chart).expectProblem(401, "share.locked");

    TestClient visitor = unlock(path, "open sesame");
    visitor.get(path + "/dashboard").expect(200);
    assertThat(visitor.get(path + "/dashboard").header("Cache-Control"))
        .hasValue("private, no-store");
    server.anonymous().get(path + "/dashboard").expectProblem(401, "share.locked");
  }

  @Test
  void changedPasswordEndsWhatWasUnlockedWithTheOldOne() {
    String path = share("view", ", \"password\": \"old\"");
    TestClient visitor = unlock(path, "old");
    visitor.get(path + "/dashboard").expect(200);

    server.admin().patch("/shares/" + lastShare(), "{\"password\": \"new\"}").expect(200);

    visitor.get(path + "/dashboard").expectProblem(401, "share.locked");
    unlock(path, "new").get(path + "/dashboard").expect(200);
  }

  @Test
  void unlockingOneShareOpensNoOther() {
    String one = share("view", ", \"password\": \"same\"");
    String two = share("view", ", \"password\": \"same\"");

    TestClient visitor = unlock(one, "same");

    visitor.get(one + "/dashboard").expect(200);
    visitor.get(two + "/dashboard").expectProblem(401, "share.locked");
  }

  @Test
  void unlockedShareLocksItselfAgain() {
    String path = share("view", ", \"password\": \"today\"");
    TestClient visitor = unlock(path, "today");

    visitor.get(path + "/dashboard").expect(200);
    server.clock().advance(Duration.ofHours(25));

    visitor.get(path + "/dashboard").expectProblem(401, "share.locked");
  }

  @Test
  void expiredLinkIsGone() {
    String path = share("view", "");
    String expires = server.clock().instant().plus(Duration.ofMinutes(5)).toString();
    server
        .admin()
        .patch("/shares/" + lastShare(), "{\"expires\": \"" + expires + "\"}")
        .expect(200);
    server.anonymous().get(path + "/dashboard").expect(200);

    server.clock().advance(Duration.ofMinutes(6));

    server.anonymous().get(path + "/dashboard").expectProblem(404, "share.not-found");
  }

  @Test
  void linkMadeWithAnEndIsGoneAfterIt() {
    String expires = server.clock().instant().plus(Duration.ofMinutes(5)).toString();
    String path = share("view", ", \"expires\": \"" + expires + "\"");
    server.anonymous().get(path + "/dashboard").expect(200);

    server.clock().advance(Duration.ofMinutes(6));

    server.anonymous().get(path + "/dashboard").expectProblem(404, "share.not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2001-01-01T00:00:00Z\"",
        "\"tomorrow\"",
        "7",
        "\"+1000000000-12-31T23:59:59Z\"",
        "{}"
      })
  void linkWithoutAnEndInTheFutureIsNotMade(String expires) {
    TestAnswer refused =
        server
            .admin()
            .post("/visualizations/" + chart + "/share", "{\"expires\": " + expires + "}");

    assertThat(refused.expect(400).wrongFields()).containsExactly("expires");
  }

  @Test
  void editLinkChangesTheDashboardAndIsNamedInTheRecord() {
    String path = share("edit", "");
    TestClient editor = server.anonymous();

    editor.patch(path + "/dashboard", "{\"name\": \"Renamed\"}").expect(200);
    editor.patch(path + "/visualizations/" + chart, "{\"title\": \"New title\"}").expect(200);
    String added =
        id(
            editor.post(
                path + "/visualizations",
                """
                {"type": "piechart", "title": "Added", "query": {"source": "%s",
                 "x": {"column": "city"}, "measures": [{"aggregation": "count"}]}}
                """
                    .formatted(source)));
    editor.delete(path + "/visualizations/" + other).expect(204);

    JsonNode after = server.admin().get("/dashboards/" + dashboard).json();
    assertThat(after.path("name").asString()).isEqualTo("Renamed");
    assertThat(after.path("visualizations").valueStream().map(v -> v.path("id").asString()))
        .containsExactly(chart, added);
    assertThat(changesBy(lastShare())).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"time_zone\": \"UTC\"}",
        "{\"owner\": \"me@email.com\"}",
        "{\"sources\": []}",
        "{\"uid\": \"x\"}"
      })
  void editLinkChangesNothingElse(String change) {
    String path = share("edit", "");

    server
        .anonymous()
        .patch(path + "/dashboard", change)
        .expectProblem(400, "request.unknown-field");
  }

  @Test
  void editLinkReachesNoSourceShareOrOtherDashboard() {
    String path = share("edit", "");
    String foreign = id(server.admin().post("/dashboards", "{\"name\": \"Foreign\"}"));
    String foreignSource =
        id(
            server
                .admin()
                .post(
                    "/dashboards/" + foreign + "/sources",
                    "{\"name\": \"Secret\", \"kind\": \"push\"}"));

    server
        .anonymous()
        .patch(
            path + "/visualizations/" + chart,
            """
            {"query": {"source": "%s", "x": {"column": "city"},
             "measures": [{"aggregation": "count"}]}}
            """
                .formatted(foreignSource))
        .expect(400);
    server.anonymous().delete(path).expect(405);
    server.anonymous().delete(path + "/dashboard").expect(405);
    server.anonymous().post("/sources/" + source + "/rows", "[{}]").expect(401);
    server.anonymous().delete("/dashboards/" + dashboard).expect(401);
  }

  @Test
  void editLinkTellsNobodysAddress() {
    String path = share("edit", "");

    String shown = server.anonymous().get(path + "/dashboard").expect(200).text();

    assertThat(shown).contains("\"edit\"").doesNotContain(TestServer.ADMIN_EMAIL);
  }

  @Test
  void viewLinkChangesNothing() {
    String path = share("view", "");

    server.anonymous().patch(path + "/dashboard", "{\"name\": \"x\"}").expect(403);
    server.anonymous().patch(path + "/visualizations/" + chart, "{\"title\": \"x\"}").expect(403);
    server.anonymous().delete(path + "/visualizations/" + chart).expect(403);
  }

  @Test
  void lostUpdateThroughALinkIsRefused() {
    String path = share("edit", "");
    String tag = server.admin().get("/dashboards/" + dashboard).header("ETag").orElseThrow();
    server.admin().patch("/dashboards/" + dashboard, "{\"name\": \"Mine\"}").expect(200);

    server
        .anonymous()
        .with("If-Match", tag)
        .patch(path + "/dashboard", "{\"name\": \"Theirs\"}")
        .expectProblem(412, "version.stale");
  }

  private TestAnswer data(String path, String visualization) {
    return server.anonymous().get(path + "/visualizations/" + visualization + "/data");
  }

  private TestClient unlock(String path, String password) {
    String cookie =
        server
            .anonymous()
            .post(path + "/unlock", "{\"password\": \"" + password + "\"}")
            .expect(204)
            .header("Set-Cookie")
            .orElseThrow();
    return server.anonymous().with("Cookie", cookie.substring(0, cookie.indexOf(';')));
  }

  private String share(String access, String more) {
    return path(
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/share",
                "{\"access\": \"" + access + "\"" + more + "}")
            .expect(200));
  }

  private static String path(TestAnswer shared) {
    return shared.json().path("share_link").asString().substring(server.url().length());
  }

  private String lastShare() {
    JsonNode shares = server.admin().get("/dashboards/" + dashboard + "/shares").json();
    return shares.path("shares").valueStream().toList().getLast().path("id").asString();
  }

  private String visualization(String title, String aggregation) {
    return id(
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/visualizations",
                """
                {"type": "barchart", "title": "%s", "query": {"source": "%s",
                 "x": {"column": "city"},
                 "measures": [{"column": "degrees", "aggregation": "%s"}]}}
                """
                    .formatted(title, source, aggregation)));
  }

  private void push(String rows) {
    server.admin().post("/sources/" + source + "/rows", rows).expect(200);
  }

  private static String id(TestAnswer created) {
    return created.expect(201).json().path("id").asString();
  }

  private static long changesBy(String share) {
    return server
        .part(com.streamdata.db.Database.class)
        .read(handle ->
            handle
                .select(
                    "SELECT count(*) FROM dashboard_change WHERE share_id = ?",
                    Long.parseLong(share))
                .mapTo(Long.class)
                .one());
  }
}
