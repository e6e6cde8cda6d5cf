package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visitors are told while a source fails. */
class OutageApiTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static TestServer server;
  private final TestEndpoint endpoint = TestEndpoint.http();
  private LiveDashboard live;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void createDashboard() {
    live = new LiveDashboard(server);
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void openPageIsToldThatASourceFailsAndThatItIsWellAgain() {
    String source = fetched();
    String chart = "v" + live.chart(source, "sum");
    try (EventStream page = live.open(live.share(""))) {
      page.until(chart, "Oslo");
      double before = queries();

      fail();
      refresh(source);
      EventStream.Event ill = page.until(chart, "\"outage\":{\"refreshed_at\":\"");
      live.push(live.source, "Paris", 12);
      page.until("v" + live.chart, "Paris");
      work();
      refresh(source);
      EventStream.Event well = page.until(chart, "Oslo");

      assertThat(ill.json()).contains("\"values\":[\"Oslo\"]");
      assertThat(well.json()).doesNotContain("outage");
      assertThat(queries() - before).as("of Paris only").isEqualTo(1);
    }
  }

  @Test
  void nothingIsToldOfWhichSourceItIsAndWhy() {
    String source = fetched();
    String path = live.share("") + "/visualizations/" + live.chart(source, "sum") + "/data";
    fail();
    refresh(source);

    TestAnswer answer = server.anonymous().get(path).expect(200);

    assertThat(answer.json().path("outage").propertyNames()).containsExactly("refreshed_at");
    assertThat(answer.text())
        .doesNotContain("Weather")
        .doesNotContain("127.0.0.1")
        .doesNotContain("status")
        .doesNotContain("lunch");
  }

  @Test
  void whatWasKeptIsNotGivenAgainOnceTheSourceFails() {
    String source = fetched();
    String path = live.share("") + "/visualizations/" + live.chart(source, "sum") + "/data";
    String well = tag(server.anonymous().get(path).expect(200));
    server.anonymous().with("If-None-Match", well).get(path).expect(304);

    fail();
    refresh(source);

    TestAnswer ill = server.anonymous().with("If-None-Match", well).get(path).expect(200);
    assertThat(ill.text()).contains("outage");
    server.anonymous().with("If-None-Match", tag(ill)).get(path).expect(304);
  }

  @Test
  void moreFailuresAreNoNews() {
    String source = fetched();
    String chart = "v" + live.chart(source, "sum");
    try (EventStream page = live.open(live.share(""))) {
      page.until(chart, "Oslo");
      fail();
      refresh(source);
      page.until(chart, "outage");
      page.untilComplete();

      refresh(source);
      refresh(source);
      live.push(live.source, "Paris", 12);
      List<EventStream.Event> events = page.untilComplete();

      assertThat(events).extracting(EventStream.Event::part).containsExactly("v" + live.chart);
    }
  }

  @Test
  void sourceThatNeverAnsweredHasNoDataAndSaysSo() {
    fail();
    String source =
        source(
            ", \"columns\": [{\"name\": \"city\", \"type\": \"text\"}, "
                + "{\"name\": \"degrees\", \"type\": \"number\"}]");
    String chart = live.chart(source, "sum");
    String path = live.share("") + "/visualizations/" + chart + "/data";
    refresh(source);

    TestAnswer answer = server.anonymous().get(path).expect(200);

    assertThat(answer.json().path("row_count").asInt()).isZero();
    assertThat(answer.json().path("outage").toString()).isEqualTo("{}");
  }

  private String fetched() {
    work();
    String source = source("");
    await()
        .atMost(PATIENCE)
        .until(() -> server.admin().get("/sources/" + source).json().path("row_count").asInt() > 0);
    return source;
  }

  private String source(String more) {
    return live.source(
        """
        {"name": "Weather", "kind": "rest", "url": "%s", "refresh_seconds": 3600%s}
        """
            .formatted(endpoint.url("/v"), more));
  }

  private void work() {
    endpoint.json("/v", "[{\"city\": \"Oslo\", \"degrees\": 4}]");
  }

  private void fail() {
    endpoint.on("/v", TestEndpoint.answer(503, Map.of(), "closed for lunch"));
  }

  private void refresh(String source) {
    server.admin().post("/sources/" + source + "/refresh", "").expect(200);
  }

  private static String tag(TestAnswer answer) {
    return answer.header("ETag").orElseThrow();
  }

  private double queries() {
    return server.part(MeterRegistry.class).get("query.answers").functionCounter().count();
  }
}
