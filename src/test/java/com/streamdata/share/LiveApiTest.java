package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What open pages are sent. */
class LiveApiTest {
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
  void pageIsSentTheNewResultOfWhatChangedAndNothingElse() {
    try (EventStream page = live.open(live.share(""))) {
      page.untilItHas("v" + live.chart, "v" + live.otherChart);

      live.push(live.source, "Paris", 12);
      List<EventStream.Event> events = page.untilComplete();

      assertThat(events).extracting(EventStream.Event::part).containsExactly("v" + live.chart);
      assertThat(events.getFirst().json()).contains("\"values\":[\"Oslo\",\"Paris\"]");
    }
  }

  @Test
  void resultIsWhatTheDataAnswersByteForByte() {
    String path = live.share("");
    try (EventStream page = live.open(path)) {
      EventStream.Event result = page.until("v" + live.chart, "Oslo");

      var answer = server.anonymous().get(path + "/visualizations/" + live.chart + "/data");

      assertThat(result.json()).isEqualTo(answer.text());
      assertThat(answer.header("ETag").orElseThrow()).startsWith("\"" + result.tag());
    }
  }

  @Test
  void whoComesBackIsSentWhatItMissed() {
    String path = live.share("");
    String known;
    try (EventStream page = live.open(path)) {
      page.untilItHas("v" + live.chart, "v" + live.otherChart);
      known = page.lastId();
    }

    live.push(live.otherSource, "Paris", 30);

    try (EventStream page = live.open(path, "Last-Event-ID: " + known)) {
      assertThat(page.next("result").part()).isEqualTo("v" + live.otherChart);
      page.next("mark");
      known = page.lastId();
    }
    try (EventStream page = live.open(path, "Last-Event-ID: " + known)) {
      assertThat(page.untilComplete()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", ".", "v1", "v1=.v2==", "=.=.=", "\u00e4\u00f6", "9-v1=AAAAAAAA"})
  void whatAPageSaysThatItKnowsIsTakenForWhatItIs(String known) {
    try (EventStream page = live.open(live.share(""), "Last-Event-ID: " + known)) {
      page.until("v" + live.chart, "Oslo");
    }
  }

  @Test
  void editOfAVisualizationReachesOpenPages() {
    try (EventStream page = live.open(live.share(""))) {
      page.until("v" + live.chart, "Oslo");

      server.admin().patch("/visualizations/" + live.chart, "{\"query\": {\"limit\": 1}}").status();
      server
          .admin()
          .patch("/visualizations/" + live.chart, "{\"title\": \"New title\"}")
          .expect(200);

      page.next("changed");
    }
  }

  @Test
  void newVisualizationIsSentToo() {
    try (EventStream page = live.open(live.share(""))) {
      page.until("v" + live.chart, "Oslo");

      String added = live.chart(live.source, "count");

      page.next("changed");
      page.until("v" + added, "Oslo");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"enabled\": false}", "{\"password\": \"now there is one\"}"})
  void changedShareEndsItsStreams(String change) {
    try (EventStream page = live.open(live.share(""))) {
      page.next("mark");

      live.changeShare(change);

      page.untilEnd();
    }
  }

  @Test
  void revokedAndExpiredSharesEndTheirStreams() {
    try (EventStream revoked = live.open(live.share(""))) {
      revoked.next("mark");
      server.admin().delete("/shares/" + live.lastShare()).expect(204);
      revoked.untilEnd();
    }
    try (EventStream expiring = live.open(live.share(""))) {
      expiring.next("mark");
      live.changeShare(
          "{\"expires\": \"" + server.clock().instant().plus(Duration.ofHours(1)) + "\"}");
      server.clock().advance(Duration.ofHours(2));
      expiring.untilEnd();
    }
  }

  @Test
  void deletedDashboardEndsItsStreams() {
    try (EventStream page = live.open(live.share(""))) {
      page.next("mark");

      server.admin().delete("/dashboards/" + live.id).expect(204);

      page.untilEnd();
    }
  }

  @Test
  void changedPasswordEndsWhatWasUnlockedWithTheOldOne() {
    String path = live.share(", \"password\": \"old\"");
    String cookie =
        server
            .anonymous()
            .post(path + "/unlock", "{\"password\": \"old\"}")
            .expect(204)
            .header("Set-Cookie")
            .orElseThrow();
    server.anonymous().get(path + "/events").expectProblem(401, "share.locked");
    try (EventStream page =
        live.open(path, "Cookie: " + cookie.substring(0, cookie.indexOf(';')))) {
      page.until("v" + live.chart, "Oslo");

      live.changeShare("{\"password\": \"new\"}");

      page.untilEnd();
    }
  }

  @Test
  void rangeIsCheckedAsForData() {
    String path = live.share("");
    live.changeShare("{\"time_selection\": true}");

    assertThat(
            List.of(
                server.anonymous().statusOf(path + "/events?from=nonsense&to=now"),
                server
                    .anonymous()
                    .statusOf(
                        path + "/visualizations/" + live.chart + "/data?from=nonsense&to=now"),
                server.anonymous().statusOf(path + "/events?from=now-1h&to=now")))
        .containsExactly(400, 400, 200);
  }

  @Test
  void oneLinkDoesNotTakeThePlacesOfOthers() {
    String path = live.share("");
    live.changeShare("{\"time_selection\": true}");
    await().until(() -> openStreams() == 0);
    List<EventStream> pages = new ArrayList<>();
    try {
      for (int i = 1; i <= 100; i++) {
        pages.add(new EventStream(server, path + "/events?from=now-" + i + "d&to=now"));
      }
      // Whoever has an event is counted.
      assertThat(pages).allMatch(page -> page.next().isPresent());

      var refused = server.anonymous().get(path + "/events?from=now-101d&to=now");
      refused.expectProblem(503, "live.full");
      assertThat(refused.header("Retry-After")).hasValue("30");
      assertThat(server.anonymous().statusOf(path + "/events?from=now-7d&to=now")).isEqualTo(200);
      assertThat(server.anonymous().statusOf(live.share("") + "/events")).isEqualTo(200);
    } finally {
      pages.forEach(EventStream::close);
    }
  }

  @Test
  void linkToOneVisualizationIsSentNothingElse() {
    String path =
        server
            .admin()
            .post("/visualizations/" + live.chart + "/share")
            .expect(200)
            .json()
            .path("share_link")
            .asString()
            .substring(server.url().length());
    try (EventStream page = live.open(path)) {
      page.until("v" + live.chart, "Oslo");
      page.next("mark");

      live.push(live.otherSource, "Secret", 1);
      live.push(live.source, "Paris", 12);
      List<EventStream.Event> events = page.untilComplete();

      assertThat(events).extracting(EventStream.Event::part).containsOnly("v" + live.chart);
    }
  }

  @Test
  void streamOfAnAccountEndsWithItsKey() {
    var made = server.admin().post("/keys", "{\"name\": \"page\"}").expect(201).json();
    String key = "Authorization: Bearer " + made.path("key").asString();
    try (EventStream page = live.open("/dashboards/" + live.id, key)) {
      page.until("v" + live.chart, "Oslo");

      live.push(live.source, "Paris", 12);
      page.until("v" + live.chart, "Paris");
      server.admin().delete("/keys/" + made.path("id").asString()).expect(204);

      page.untilEnd();
    }
  }

  private static double openStreams() {
    return server.part(MeterRegistry.class).get("live.streams").gauge().value();
  }
}
