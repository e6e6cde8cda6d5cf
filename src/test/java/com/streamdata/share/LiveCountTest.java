package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many queries it costs that many look. */
class LiveCountTest {
  private static final int CHARTS = 12;
  private static final int REFRESHES = 3;
  private static final Duration REFRESH = Duration.ofSeconds(5);

  private TestServer server;
  private LiveDashboard live;
  private final List<String> charts = new ArrayList<>();

  @BeforeEach
  void start() {
    server = TestServer.start();
    live = new LiveDashboard(server);
    server.admin().delete("/visualizations/" + live.chart).expect(204);
    server.admin().delete("/visualizations/" + live.otherChart).expect(204);
    for (int i = 0; i < CHARTS; i++) {
      charts.add(live.chart(live.source, i % 2 == 0 ? "sum" : "max", i));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000})
  void eachRefreshOfTwelveChartsIsTwelveQueries(int viewers) {
    String path = live.share("");
    List<EventStream> pages = new ArrayList<>();
    for (int i = 0; i < viewers; i++) {
      pages.add(live.open(path));
    }
    pages.forEach(this::untilItHasAll);
    double before = queries();

    for (int refresh = 1; refresh <= REFRESHES; refresh++) {
      server.clock().advance(REFRESH);
      live.push(live.source, "City " + refresh, refresh);
      for (EventStream page : pages) {
        expectAll(page, "City " + refresh);
      }
    }

    assertThat(queries() - before).isEqualTo(CHARTS * REFRESHES);
    pages.forEach(EventStream::close);
  }

  private void untilItHasAll(EventStream page) {
    page.untilItHas(charts.stream().map(chart -> "v" + chart).toArray(String[]::new));
  }

  private void expectAll(EventStream page, String city) {
    List<String> left = new ArrayList<>(charts);
    while (!left.isEmpty()) {
      EventStream.Event result = page.next("result");
      if (result.json().contains(city)) {
        left.remove(result.part().substring(1));
      }
    }
  }

  private double queries() {
    return server.part(MeterRegistry.class).get("query.answers").functionCounter().count();
  }
}
