package com.streamdata.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.db.Database;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestCallers;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** When sources are fetched, and what becomes of a failure. */
class RefreshApiTest {
  private static final Map<String, String> LOOPBACK =
      Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TestEndpoint endpoint = TestEndpoint.http();
  private TestServer server;
  private String dashboard = "";

  @BeforeEach
  void start() {
    server = TestServer.startIn(folder, LOOPBACK);
    dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    server.stop();
  }

  @Test
  void rowsComeAtOnceAndThenWhenItIsTime() {
    AtomicInteger asked = new AtomicInteger();
    endpoint.json("/v", _ -> "[{\"v\": " + asked.incrementAndGet() + "}]");
    String id = source("/v", 60);

    await().atMost(PATIENCE).until(() -> firstValue(id) == 1);
    server.clock().advance(Duration.ofSeconds(61));
    await().atMost(PATIENCE).until(() -> firstValue(id) == 2);

    assertThat(shown(id).path("refresh").path("state").asString()).isEqualTo("ok");
    assertThat(shown(id).path("row_count").asLong()).isEqualTo(1);
    assertThat(runs(id)).extracting(run -> run.path("state").asString()).containsOnly("done");
  }

  @Test
  void nothingNewChangesNothingAndLeavesAnswersInMemory() {
    endpoint.json("/v", "[{\"v\": 1}]");
    String id = source("/v", 60);
    await().atMost(PATIENCE).until(() -> !runs(id).isEmpty());
    JsonNode before = shown(id);
    long generation = server.part(Database.class).generation();

    JsonNode run = refresh(id);

    assertThat(run.path("state").asString()).isEqualTo("unchanged");
    assertThat(shown(id).path("version")).isEqualTo(before.path("version"));
    assertThat(server.part(Database.class).generation()).isEqualTo(generation);
  }

  @Test
  void fiveFailuresOpenTheCircuitAndTheLastGoodRowsStay() {
    endpoint.json("/v", "[{\"v\": 1}]");
    String id = source("/v", 5);
    await().atMost(PATIENCE).until(() -> firstValue(id) == 1);
    endpoint.on("/v", TestEndpoint.answer(503, Map.of(), "closed for lunch"));

    JsonNode failed = refresh(id);
    IntStream.range(0, 4).forEach(_ -> refresh(id));

    assertThat(failed.path("state").asString()).isEqualTo("failed");
    assertThat(failed.path("error").path("stage").asString()).isEqualTo("status");
    assertThat(failed.path("error").path("answer").asString()).isEqualTo("closed for lunch");
    JsonNode refresh = shown(id).path("refresh");
    assertThat(refresh.path("state").asString()).isEqualTo("stopped");
    assertThat(refresh.path("failures").asInt()).isGreaterThanOrEqualTo(5);
    assertThat(refresh.path("next_at").asString()).isNotEmpty();
    assertThat(firstValue(id)).isEqualTo(1);

    endpoint.json("/v", "[{\"v\": 2}]");
    refresh(id);

    assertThat(firstValue(id)).isEqualTo(2);
    assertThat(shown(id).path("refresh").path("state").asString()).isEqualTo("ok");
    assertThat(shown(id).path("refresh").has("error")).isFalse();
  }

  @Test
  void itGoesOnWhereItStoodAfterARestart() {
    endpoint.json("/v", "[{\"v\": 1}]");
    String id = source("/v", 60);
    await().atMost(PATIENCE).until(() -> firstValue(id) == 1);
    server.stop();
    endpoint.json("/v", "[{\"v\": 2}]");

    server = TestServer.startIn(folder, LOOPBACK);

    assertThat(firstValue(id)).isEqualTo(1);
    server.clock().advance(Duration.ofSeconds(61));
    await().atMost(PATIENCE).until(() -> firstValue(id) == 2);
  }

  @Test
  void sourcesThatHangDelayNoOther() {
    endpoint.silent("/never");
    IntStream.range(0, 50).forEach(_ -> source("/never", 5));
    endpoint.json("/v", "[{\"v\": 1}]");

    String id = source("/v", 5);

    await().atMost(Duration.ofSeconds(8)).until(() -> firstValue(id) == 1);
  }

  @Test
  void anotherAddressIsFetchedAtOnceAndStartsAfresh() {
    endpoint.on("/old", TestEndpoint.answer(404, Map.of(), "")).json("/new", "[{\"v\": 7}]");
    String id = source("/old", 3600);
    await().atMost(PATIENCE).until(() -> !runs(id).isEmpty());

    server
        .admin()
        .patch("/sources/" + id, "{\"url\": \"" + endpoint.url("/new") + "\"}")
        .expect(200);

    await().atMost(PATIENCE).until(() -> firstValue(id) == 7);
    assertThat(shown(id).path("refresh").path("failures").asInt()).isZero();
    assertThat(shown(id).path("refresh_seconds").asInt()).isEqualTo(3600);
  }

  @Test
  void aSourceThatIsDeletedWhileItIsFetchedLeavesNothingBehind() {
    endpoint.silent("/never");
    String id = source("/never", 5);
    await().atMost(PATIENCE).until(() -> !endpoint.requests().isEmpty());

    server.admin().delete("/sources/" + id).expect(204);

    server.admin().get("/sources/" + id).expectProblem(404, "source.not-found");
    server.admin().get("/sources/" + id + "/runs").expectProblem(404, "source.not-found");
  }

  @Test
  void onlyTheNewestRunsAreKeptAndOnlyEditorsReadThem() {
    endpoint.on("/v", TestEndpoint.answer(500, Map.of(), "internal detail"));
    String id = source("/v", 3600);
    IntStream.range(0, 104).forEach(_ -> refresh(id));

    assertThat(server.admin().get("/sources/" + id + "/runs?limit=100").json().path("runs"))
        .hasSize(100);
    assertThat(server.admin().get("/sources/" + id + "/runs?limit=101").expect(400).wrongFields())
        .containsExactly("limit");
    TestAnswer seen =
        new TestCallers(server).client("viewer", "", "").get("/sources/" + id).expect(200);
    assertThat(seen.json().path("refresh").path("error").path("stage").asString())
        .isEqualTo("status");
    assertThat(seen.text()).doesNotContain("internal detail").doesNotContain("127.0.0.1");
  }

  @Test
  void whatItWouldBringIsShownBeforeItIsSaved() {
    endpoint.json("/v", "[{\"v\": 1, \"at\": \"2026-01-02T03:04:05Z\"}]");
    String good = "{\"name\": \"n\", \"kind\": \"rest\", \"url\": \"" + endpoint.url("/v") + "\"}";

    JsonNode shown = server.admin().post("/sources/test", good).expect(200).json();
    JsonNode failed =
        server.admin().post("/sources/test", good.replace("/v", "/w")).expect(200).json();

    assertThat(shown.path("rows").toString())
        .isEqualTo("[{\"v\":1,\"at\":\"2026-01-02T03:04:05Z\"}]");
    assertThat(shown.path("columns").get(1).path("type").asString()).isEqualTo("timestamp");
    assertThat(shown.has("failure")).isFalse();
    assertThat(failed.path("failure").path("stage").asString()).isEqualTo("status");
    assertThat(failed.path("rows")).isEmpty();
    assertThat(server.admin().get("/dashboards/" + dashboard).json().path("sources")).isEmpty();
  }

  private String source(String path, int seconds) {
    return server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/sources",
            "{\"name\": \"s\", \"kind\": \"rest\", \"url\": \"%s\", \"refresh_seconds\": %d}"
                .formatted(endpoint.url(path), seconds))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private JsonNode refresh(String id) {
    return server.admin().post("/sources/" + id + "/refresh", "").expect(200).json();
  }

  private JsonNode shown(String id) {
    return server.admin().get("/sources/" + id).expect(200).json();
  }

  private List<JsonNode> runs(String id) {
    return server
        .admin()
        .get("/sources/" + id + "/runs")
        .expect(200)
        .json()
        .path("runs")
        .valueStream()
        .toList();
  }

  /** 0 while there is no row. */
  private long firstValue(String id) {
    return server
        .admin()
        .get("/sources/" + id + "/rows")
        .expect(200)
        .json()
        .path("rows")
        .path(0)
        .path("v")
        .asLong(0);
  }
}
