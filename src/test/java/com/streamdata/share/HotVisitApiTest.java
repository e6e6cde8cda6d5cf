package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visitors are answered from memory, before security: results and refusals. */
class HotVisitApiTest {
  private static TestServer server;
  private LiveDashboard dashboard;

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
    dashboard = new LiveDashboard(server);
  }

  @Test
  void longQuestionsTakeNoRoomInMemory() {
    String path = dashboard.share("") + "/dashboard";
    double before = count("answers");

    askTwice(path + "?" + "x".repeat(7_000));
    assertThat(count("answers")).isEqualTo(before);

    askTwice(path + "?" + "x".repeat(100));
    assertThat(count("answers")).isEqualTo(before + 1);
  }

  @Test
  void whoWasToldToWaitIsToldAgainBeforeSecurity() {
    String path = limited();
    TestAnswer whole = unlock(path, "right").expectProblem(429, "share.too-many-tries");
    double before = count("refusals");

    TestAnswer again = unlock(path, "right").expectProblem(429, "share.too-many-tries");

    assertThat(count("refusals")).isEqualTo(before + 1);
    assertThat(again.text()).isEqualTo(whole.text());
    assertThat(Integer.parseInt(again.header("Retry-After").orElseThrow())).isBetween(800, 900);
    for (String header : List.of("Cache-Control", "Content-Security-Policy", "Content-Type")) {
      assertThat(again.header(header)).as(header).isEqualTo(whole.header(header));
    }
  }

  @Test
  void whoWaitedIsLetTryAgain() {
    String path = limited();
    unlock(path, "right").expect(429);

    server.clock().advance(Duration.ofMinutes(16));

    unlock(path, "right").expect(204);
  }

  @Test
  void refusalHoldsForOneLinkOnlyAndOnlyWhileItIsThere() {
    String other = dashboard.share(", \"password\": \"right\"");
    String path = limited();
    unlock(path, "right").expect(429);

    unlock(other, "right").expect(204);
    server.admin().delete("/shares/" + dashboard.lastShare()).expect(204);

    unlock(path, "right").expectProblem(404, "share.not-found");
  }

  /** The path of a new link whose password this client may not try any more. */
  private String limited() {
    String path = dashboard.share(", \"password\": \"right\"");
    for (int i = 0; i < 10; i++) {
      unlock(path, "wrong " + i).expectProblem(401, "share.wrong-password");
    }
    return path;
  }

  private static TestAnswer unlock(String path, String password) {
    return server.anonymous().post(path + "/unlock", "{\"password\": \"" + password + "\"}");
  }

  private static void askTwice(String path) {
    server.anonymous().get(path).expect(200);
    server.anonymous().get(path).expect(200);
  }

  private static double count(String what) {
    return server.part(MeterRegistry.class).get("http.server.hot." + what).counter().count();
  }
}
