package com.streamdata.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestFolders;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses by which somebody would reach what only the server reaches. */
class HostileAddressTest {
  private static final TestEndpoint CANARY = TestEndpoint.http().json("/", "[{\"secret\": 1}]");
  private static final long MOST_MEMORY = 64L << 20;

  /** A hundred times what one takes on a quiet machine. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static HttpFetch fetch() {
    return new HttpFetch(
        new Networks(new OutboundConfig(null, null)),
        new Trust(new OutboundConfig(null, null)),
        TestFolders.temporary());
  }

  /** What is loaded once does not count for the first of them. */
  @BeforeAll
  static void warmUp() {
    attempt("http://127.0.0.1:" + CANARY.port() + "/");
  }

  @AfterAll
  static void stop() {
    CANARY.close();
  }

  static List<String> addresses() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/outbound/hostile-urls.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replace("PORT", String.valueOf(CANARY.port())))
        .toList();
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(addresses()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void nobodyIsConnectedTo(String address) {
    long memory = allocated();
    long start = System.nanoTime();
    Exception failure = attempt(address);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    assertThat(allocated() - memory).isLessThan(MOST_MEMORY);
    assertThat(failure)
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(RefusedAddress.class),
            e -> assertThat(((HttpFailure) e).stage()).isIn(HttpStage.REFUSED, HttpStage.NAME));
    assertThat(CANARY.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:PORT/",
        "//127.0.0.2:PORT/",
        "http://[::1]:PORT/",
        "http://2130706434:PORT/",
        "http://user@127.0.0.2:PORT/",
        "http:\\\\127.0.0.2:PORT/",
        "file:///etc/passwd",
        "ftp://127.0.0.2:PORT/",
        "http://169.254.169.254/latest/meta-data/"
      })
  void redirectsAreCheckedLikeAnyAddress(String location) throws Exception {
    try (TestEndpoint endpoint = TestEndpoint.http()) {
      endpoint.redirect("/", 302, location.replace("PORT", String.valueOf(CANARY.port())));
      Networks networks = new Networks(new OutboundConfig("127.0.0.1", null));

      Exception failure =
          catchException(() ->
              new HttpFetch(
                      networks, new Trust(new OutboundConfig(null, null)), TestFolders.temporary())
                  .fetch(
                      HttpAsk.get(WebAddress.of(endpoint.url("/")), Map.of()), HttpLimits.USUAL));

      assertThat(failure)
          .isInstanceOfSatisfying(
              HttpFailure.class, e -> assertThat(e.stage()).isEqualTo(HttpStage.REFUSED));
      assertThat(CANARY.connections()).isZero();
    }
  }

  private static Exception attempt(String address) {
    HttpFetch fetch = fetch();
    return catchException(
        () -> fetch.fetch(HttpAsk.get(WebAddress.of(address), Map.of()), HttpLimits.USUAL));
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
