package com.streamdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.share.LiveDashboard;
import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many pages are kept new at once. */
class StreamLimitApiTest {
  private static final int MOST = 5;
  private static final String PER_CLIENT = "STREAMDATA_STREAMS_PER_CLIENT";

  private final TestServer server = TestServer.start(Map.of(PER_CLIENT, "" + MOST));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void moreStreamsThanOneAddressMayHaveAreRefusedUntilOneEnds() {
    expectNoMore(server, 429, "live.too-many");
  }

  @Test
  void moreStreamsThanThereMayBeAreRefusedUntilOneEnds() {
    try (TestServer small = TestServer.start(Map.of("STREAMDATA_STREAMS", "" + MOST))) {
      expectNoMore(small, 503, "live.full");
    }
  }

  private static void expectNoMore(TestServer server, int status, String code) {
    LiveDashboard live = new LiveDashboard(server);
    String path = live.share("");
    List<EventStream> pages = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      pages.add(live.open(path));
      pages.getLast().until("v" + live.chart, "Oslo");
    }

    var refused = server.anonymous().get(path + "/events").expectProblem(status, code);

    assertThat(refused.header("Retry-After")).hasValue("30");
    server.anonymous().get(path + "/visualizations/" + live.chart + "/data").expect(200);
    pages.removeFirst().close();
    await().until(() -> server.anonymous().statusOf(path + "/events") == 200);
    pages.forEach(EventStream::close);
    await().until(() -> streams(server) == 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void clientThatOpensAndClosesInALoopLeavesNothingBehind(boolean reads) {
    LiveDashboard live = new LiveDashboard(server);
    String path = live.share("");

    for (int i = 0; i < 10 * MOST; i++) {
      try (EventStream page = live.open(path)) {
        if (reads) {
          page.next();
        }
      }
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> streams(server) == 0);
    try (EventStream page = live.open(path)) {
      page.until("v" + live.chart, "Oslo");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/events?from=now-1h&to=nonsense", "/visualizations/1/events"})
  void whatIsRefusedTakesNoPlace(String end) {
    LiveDashboard live = new LiveDashboard(server);
    String path = live.share("");
    live.changeShare("{\"time_selection\": true}");

    assertThat(server.anonymous().statusOf(path + end)).isIn(400, 404);

    assertThat(streams(server)).isZero();
  }

  private static double streams(TestServer server) {
    return server.part(MeterRegistry.class).get("live.streams").gauge().value();
  }
}
