package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is kept, by this server or by a cache before it, is seen by nobody without the right.
 */
class SharedCacheTest {
  private static final int STEPS = 250;
  private static final String PUBLIC =
      "public, max-age=1, stale-while-revalidate=5, stale-if-error=60";

  private static TestServer server;
  private final List<Link> links = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>(List.of("", "streamdata_share_1=1.x"));

  /** A link to a dashboard of its own, whose rows name it. */
  private static final class Link {
    final LiveDashboard dashboard;
    final String path;
    final String share;
    final String secret;
    final boolean edit;
    @Nullable String password;
    boolean revoked;
    boolean paused;

    Link(int number, boolean edit, @Nullable String password) {
      dashboard = new LiveDashboard(server);
      this.edit = edit;
      this.password = password;
      secret = "secret" + number + "x";
      dashboard.push(dashboard.source, secret, 1);
      String more = password == null ? "" : ", \"password\": \"" + password + "\"";
      path = dashboard.share(edit ? "edit" : "view", more);
      share = dashboard.lastShare();
    }

    boolean isForAnybody() {
      return isThere() && !edit && password == null;
    }

    boolean isThere() {
      return !revoked && !paused;
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noAnswerCrossesTwoRights(long seed) {
    Random random = new Random(seed);
    Map<String, Link> cached = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      links.add(new Link((int) (seed * 10 + i), i == 3, i % 2 == 1 ? "right" : null));
    }

    for (int step = 0; step < STEPS; step++) {
      Link link = links.get(random.nextInt(links.size()));
      switch (random.nextInt(20)) {
        case 0 -> change(link, "{\"enabled\": " + link.paused + "}", () -> link.paused ^= true);
        case 1 -> change(link, "{\"password\": \"new\"}", () -> link.password = "new");
        case 2 -> unlock(link, random.nextBoolean() ? "right" : "new");
        case 3 -> {
          if (random.nextInt(8) == 0 && !link.revoked) {
            server.admin().delete("/shares/" + link.share).expect(204);
            link.revoked = true;
          }
        }
        default -> ask(link, random, cached);
      }
    }

    assertThat(cached).isNotEmpty();
  }

  private static void change(Link link, String change, Runnable done) {
    if (!link.revoked) {
      server.admin().patch("/shares/" + link.share, change).expect(200);
      done.run();
    }
  }

  private void unlock(Link link, String password) {
    TestAnswer answer =
        server.anonymous().post(link.path + "/unlock", "{\"password\": \"" + password + "\"}");
    if (answer.status() == 204) {
      String cookie = answer.header("Set-Cookie").orElseThrow();
      cookies.add(cookie.substring(0, cookie.indexOf(';')));
    }
  }

  private void ask(Link link, Random random, Map<String, Link> cached) {
    String visualization =
        links.get(random.nextInt(3) == 0 ? random.nextInt(links.size()) : links.indexOf(link))
            .dashboard
            .chart;
    String path =
        link.path
            + switch (random.nextInt(4)) {
              case 0 -> "/dashboard";
              case 1 -> "/annotations";
              default -> "/visualizations/" + visualization + "/data";
            };
    String cookie = cookies.get(random.nextInt(cookies.size()));
    TestClient client = random.nextInt(6) == 0 ? server.admin() : server.anonymous();

    TestAnswer answer = (cookie.isEmpty() ? client : client.with("Cookie", cookie)).get(path);

    expectNothingOfOthers(link, answer);
    if (answer.header("Cache-Control").orElseThrow().contains("public")) {
      expectForAnybody(link, path, answer);
      cached.put(path, link);
    } else if (answer.status() == 200) {
      assertThat(answer.header("Cache-Control").orElseThrow())
          .isEqualTo(link.password == null ? "private, no-cache" : "private, no-store");
      assertThat(link.isThere()).isTrue();
    }
  }

  private void expectNothingOfOthers(Link link, TestAnswer answer) {
    boolean told = answer.status() == 200;
    for (Link each : links) {
      if (each != link || !told) {
        assertThat(answer.text()).doesNotContain(each.secret);
      }
    }
  }

  private static void expectForAnybody(Link link, String path, TestAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(link.isForAnybody()).isTrue();
    assertThat(answer.header("Cache-Control")).hasValue(PUBLIC);
    assertThat(answer.header("ETag").orElseThrow()).startsWith("\"");
    assertThat(answer.headers("Vary")).containsExactly("Accept, Accept-Encoding");
    assertThat(answer.headers("Set-Cookie")).isEmpty();
    assertThat(server.anonymous().get(path).text()).isEqualTo(answer.text());
  }
}
