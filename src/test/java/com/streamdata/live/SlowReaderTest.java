package com.streamdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.share.LiveDashboard;
import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages whose connections take nothing any more, on real sockets. */
class SlowReaderTest {
  /** More than the buffers of a connection hold, at both of its ends. */
  private static final int CITIES = 1_000;

  private static final String LONG_NAME = "x".repeat(9_000);

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
  void readerThatStopsIsDroppedOnceTooMuchIsBehind() {
    try (EventStream lazy = live.open(live.share(""))) {
      lazy.untilItHas("v" + live.chart, "v" + live.otherChart);
      fill(live.otherSource, CITIES / 10);
      fill(live.source, CITIES);

      // Sooner than the heartbeats would.
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> {
            live.push(live.otherSource, "City " + System.nanoTime(), 1);
            return streams() == 0;
          });
    }
  }

  @Test
  void readerThatKeepsUpIsSentAnyAmount() {
    try (EventStream page = live.open(live.share(""))) {
      page.untilItHas("v" + live.chart, "v" + live.otherChart);

      for (int i = 0; i < 40; i++) {
        String city = i + LONG_NAME;
        live.push(live.source, city, 1);
        page.until("v" + live.chart, city);
      }

      assertThat(streams()).isEqualTo(1);
    }
    await().until(() -> streams() == 0);
  }

  @Test
  void readerThatTakesNotEvenHeartbeatsIsDropped() {
    LiveStreams streams = server.part(LiveStreams.class);
    try (EventStream lazy = live.open(live.share(""))) {
      lazy.untilItHas("v" + live.chart, "v" + live.otherChart);
      fill(live.source, CITIES);

      await()
          .pollInterval(Duration.ofMillis(200))
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            streams.beat();
            return streams() == 0;
          });
    }
  }

  @Test
  void readerOfNothingButHeartbeatsStays() {
    LiveStreams streams = server.part(LiveStreams.class);
    try (EventStream page = live.open(live.share(""))) {
      page.untilItHas("v" + live.chart, "v" + live.otherChart);

      IntStream.range(0, 100).forEach(_ -> streams.beat());

      live.push(live.source, "Paris", 12);
      page.until("v" + live.chart, "Paris");
    }
  }

  @Test
  void heartbeatsComeBetweenResults() throws IOException {
    LiveStreams streams = server.part(LiveStreams.class);
    URI uri = URI.create(server.url());
    String head = "GET " + live.share("") + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      Scanner lines = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
      lines.findWithinHorizon("event: mark", 0);

      streams.beat();

      assertThat(lines.findWithinHorizon("event: beat\ndata: 1\n\n", 0)).isNotNull();
    }
  }

  /** Makes one result of nine thousand bytes for each city. */
  private static void fill(String source, int cities) {
    String rows =
        IntStream.range(0, cities)
            .mapToObj(i -> "{\"city\": \"" + i + LONG_NAME + "\", \"degrees\": 1}\n")
            .collect(Collectors.joining());
    server
        .admin()
        .post(
            "/sources/" + source + "/rows",
            "application/x-ndjson",
            rows.getBytes(StandardCharsets.UTF_8))
        .expect(200);
  }

  private static double streams() {
    return server.part(MeterRegistry.class).get("live.streams").gauge().value();
  }
}
