package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dashboard of the demo whose charts move. */
class LiveDemoTest {
  private static final Map<String, String> DEMO = Map.of("STREAMDATA_DEMO", "true");

  @Test
  void rowsComeByThemselvesAndGoOnAfterTheServerWasStartedAgain() {
    TestServer first = TestServer.start(DEMO);
    JsonNode source = liveSource(first);
    long before = version(first, source);
    await().until(() -> version(first, source) > before);
    first.stop();

    try (TestServer second = TestServer.startIn(first.dataDir(), DEMO)) {
      long then = version(second, source);
      await().until(() -> version(second, source) > then);
    }
  }

  @Test
  void otherDashboardsAreAnsweredFromMemoryMeanwhile() {
    try (TestServer server = TestServer.start(DEMO)) {
      JsonNode source = liveSource(server);
      server.admin().get("/dashboards").expect(200);
      server.admin().get("/dashboards").expect(200);
      double hits = hits(server);
      long before = version(server, source);
      await().until(() -> version(server, source) > before);

      server.admin().get("/dashboards").expect(200);

      assertThat(hits(server)).isEqualTo(hits + 1);
    }
  }

  @Test
  void endsWithItsDashboard() {
    try (TestServer server = TestServer.start(DEMO)) {
      assertThat(server.dataDir().resolve("live-demo")).exists();

      server.admin().delete("/dashboards/" + liveDashboard(server)).expect(204);

      await().until(() -> Files.notExists(server.dataDir().resolve("live-demo")));
    }
  }

  private static String liveDashboard(TestServer server) {
    return server
        .admin()
        .get("/dashboards")
        .json()
        .path("dashboards")
        .valueStream()
        .filter(dashboard -> dashboard.path("name").asString().equals("Earthquakes, live"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static JsonNode liveSource(TestServer server) {
    return server.admin().get("/dashboards/" + liveDashboard(server)).json().path("sources").get(0);
  }

  private static long version(TestServer server, JsonNode source) {
    return server
        .admin()
        .get("/sources/" + source.path("id").asString())
        .expect(200)
        .json()
        .path("version")
        .asLong();
  }

  private static double hits(TestServer server) {
    return server.part(MeterRegistry.class).get("http.server.hot.answers").counter().count();
  }
}
