package com.streamdata.outbound;

import static com.streamdata.testing.TestEndpoint.answer;
import static com.streamdata.testing.TestEndpoint.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking other servers, however they behave. */
class HttpFetchTest {
  private static final HttpLimits SHORT = new HttpLimits(100_000, Duration.ofSeconds(1));
  private static final Networks LOOPBACK = new Networks(new OutboundConfig("127.0.0.0/8", null));

  private final TestEndpoint endpoint = TestEndpoint.http();
  private static final Trust USUAL = new Trust(new OutboundConfig(null, null));

  private final HttpFetch fetch = new HttpFetch(LOOPBACK, USUAL, TestFolders.temporary());

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void answersComeWithStatusHeadersAndBody() throws Exception {
    endpoint.on("/a", answer(418, Map.of("ETag", "\"1\"", "Content-Type", "text/x"), "tea"));

    try (HttpAnswer answer = fetch.fetch(get("/a?b=c d|ü"), SHORT)) {
      assertThat(answer.status()).isEqualTo(418);
      assertThat(answer.header("etag")).contains("\"1\"");
      assertThat(text(answer)).isEqualTo("tea");
    }

    assertThat(endpoint.requests().getFirst().target()).isEqualTo("/a?b=c%20d%7C%C3%BC");
    assertThat(endpoint.requests().getFirst().headers())
        .containsEntry("Host", "127.0.0.1:" + endpoint.port())
        .doesNotContainKeys("Cookie", "Upgrade");
  }

  @Test
  void packedAnswersAreUnpacked() throws Exception {
    byte[] packed = gzip("[1, 2, 3]".getBytes(UTF_8));
    endpoint.on("/z", answer(200, Map.of("Content-Encoding", "gzip"), packed));

    try (HttpAnswer answer = fetch.fetch(get("/z"), SHORT)) {
      assertThat(text(answer)).isEqualTo("[1, 2, 3]");
    }
  }

  @Test
  void largeAnswersLieInAFileThatGoes() throws Exception {
    String large = "x".repeat(2_000_000);
    endpoint.json("/large", large);

    try (HttpAnswer answer = fetch.fetch(get("/large"), HttpLimits.USUAL)) {
      assertThat(answer.body().size()).isEqualTo(2_000_000);
      assertThat(answer.body().hash()).hasSize(64);
      assertThat(text(answer)).isEqualTo(large);
    }
  }

  @Test
  void answersThatAreTooLargeAreCutOff() throws Exception {
    byte[] bomb = gzip(new byte[10_000_000]);
    endpoint.json("/large", "x".repeat(200_000));
    endpoint.on("/bomb", answer(200, Map.of("Content-Encoding", "gzip"), bomb));
    endpoint.on(
        "/endless",
        (_, out) -> {
          TestEndpoint.head(200, Map.of(), out);
          out.write("\r\n".getBytes(UTF_8));
          forever(out, "[{\"a\": 1}]".repeat(1000));
        });
    endpoint.on(
        "/headers",
        (_, out) -> {
          TestEndpoint.head(200, Map.of(), out);
          forever(out, "A: b\r\n");
        });

    assertThat(failure("/large").stage()).isEqualTo(HttpStage.SIZE);
    assertThat(failure("/bomb").stage()).isEqualTo(HttpStage.SIZE);
    assertThat(failure("/headers").stage()).isEqualTo(HttpStage.SIZE);
    HttpFailure endless = failure("/endless");
    assertThat(endless.stage()).isEqualTo(HttpStage.SIZE);
    assertThat(new String(endless.received(), UTF_8)).startsWith("[{\"a\": 1}]");
  }

  @Test
  void answersThatTakeTooLongAreCutOff() throws Exception {
    endpoint.silent("/silent");
    endpoint.on(
        "/slow-body",
        (_, out) -> {
          TestEndpoint.head(200, Map.of(), out);
          out.write("Content-Length: 100000\r\n\r\nfirst".getBytes(UTF_8));
          out.flush();
          endpoint.await();
        });
    endpoint.on(
        "/drip",
        (_, out) -> {
          TestEndpoint.head(200, Map.of(), out);
          drip(out);
        });

    assertThat(failure("/silent").stage()).isEqualTo(HttpStage.TIMEOUT);
    assertThat(failure("/drip").stage()).isEqualTo(HttpStage.TIMEOUT);
    HttpFailure slow = failure("/slow-body");
    assertThat(slow.stage()).isEqualTo(HttpStage.TIMEOUT);
    assertThat(new String(slow.received(), UTF_8)).isEqualTo("first");
  }

  @Test
  void brokenAnswersSayWhatIsWrong() throws Exception {
    endpoint.on("/gone", (_, _) -> {});
    endpoint.on(
        "/short",
        (_, out) -> {
          TestEndpoint.head(200, Map.of(), out);
          out.write("Content-Length: 100\r\n\r\nfirst".getBytes(UTF_8));
        });
    endpoint.on("/no-http", (_, out) -> out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(UTF_8)));
    endpoint.on("/no-gzip", answer(200, Map.of("Content-Encoding", "gzip"), "plain"));
    endpoint.on("/brotli", answer(200, Map.of("Content-Encoding", "br"), "?"));

    assertThat(failure("/gone").stage()).isEqualTo(HttpStage.CONNECTION);
    assertThat(failure("/short").stage()).isEqualTo(HttpStage.CONNECTION);
    assertThat(failure("/no-http").stage()).isEqualTo(HttpStage.CONNECTION);
    assertThat(failure("/no-gzip").stage()).isEqualTo(HttpStage.CONTENT_TYPE);
    assertThat(failure("/brotli")).hasMessageContaining("only gzip");
    endpoint.close();
    assertThat(failure("/gone").stage()).isEqualTo(HttpStage.CONNECTION);
  }

  @Test
  void namesAreCheckedWhenTheyAreConnectedTo() throws Exception {
    Deque<String> turns = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
    Networks turning =
        new Networks(
            new OutboundConfig("127.0.0.1", null),
            _ -> new InetAddress[] {InetAddress.ofLiteral(turns.remove())});
    endpoint.json("/", "[]");
    WebAddress turned = WebAddress.of("http://turning.example:" + endpoint.port() + "/");

    new HttpFetch(turning, USUAL, TestFolders.temporary())
        .fetch(HttpAsk.get(turned, Map.of()), SHORT)
        .close();

    assertThat(turns).as("asked once only").hasSize(1);
    assertThat(
            failure(
                    new HttpFetch(turning, USUAL, TestFolders.temporary()),
                    HttpAsk.get(turned, Map.of()))
                .stage())
        .isEqualTo(HttpStage.REFUSED);
  }

  @Test
  void unknownNamesAreToldFromRefusedOnes() throws Exception {
    HttpAsk unknown = HttpAsk.get(WebAddress.of("http://nothing.invalid/"), Map.of());

    assertThat(failure(fetch, unknown).stage()).isEqualTo(HttpStage.NAME);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsOnTheSameServerKeepTheSecrets(int status) throws Exception {
    endpoint.redirect("/from", status, "to?x=1").json("/to", "[]");
    Map<String, String> headers = Map.of("Authorization", "Bearer 1", "Accept", "a/b");

    fetch.fetch(HttpAsk.get(address("/from"), headers), SHORT).close();

    assertThat(endpoint.requests().getLast().target()).isEqualTo("/to?x=1");
    assertThat(endpoint.requests().getLast().headers()).containsAllEntriesOf(headers);
  }

  @Test
  void redirectsElsewhereLoseTheSecrets() throws Exception {
    try (TestEndpoint other = TestEndpoint.http().json("/", "[]")) {
      endpoint.redirect("/from", 302, other.url("/"));
      Map<String, String> headers =
          Map.of("Authorization", "Bearer 1", "X-Key", "2", "Cookie", "c=3", "Accept", "a/b");

      fetch.fetch(HttpAsk.get(address("/from"), headers), SHORT).close();

      assertThat(other.requests().getFirst().headers())
          .containsEntry("Accept", "a/b")
          .doesNotContainKeys("Authorization", "X-Key", "Cookie");
    }
  }

  @Test
  void bodiesAreNotSentOnElsewhere() throws Exception {
    try (TestEndpoint other = TestEndpoint.http().json("/", "[]")) {
      endpoint.redirect("/307", 307, other.url("/")).redirect("/302", 302, other.url("/"));
      byte[] body = "{\"key\": 1}".getBytes(UTF_8);

      HttpFailure refused = failure(fetch, new HttpAsk("POST", address("/307"), Map.of(), body));
      fetch.fetch(new HttpAsk("POST", address("/302"), Map.of(), body), SHORT).close();

      assertThat(refused.stage()).isEqualTo(HttpStage.STATUS);
      assertThat(other.requests())
          .singleElement()
          .satisfies(request -> assertThat(request.method()).isEqualTo("GET"))
          .satisfies(request -> assertThat(request.body()).isEmpty());
    }
  }

  @Test
  void redirectsEndAfterThree() throws Exception {
    endpoint.redirect("/4", 302, "/3").redirect("/3", 302, "/2").redirect("/2", 302, "/1");
    endpoint.redirect("/1", 302, "/0").json("/0", "[]").redirect("/loop", 302, "/loop");

    fetch.fetch(get("/3"), SHORT).close();

    assertThat(failure("/4").stage()).isEqualTo(HttpStage.STATUS);
    assertThat(failure("/loop").stage()).isEqualTo(HttpStage.STATUS);
  }

  @Test
  void cookiesAreNotKept() throws Exception {
    endpoint.on("/set", answer(302, Map.of("Set-Cookie", "a=b", "Location", "/get"), ""));
    endpoint.json("/get", "[]");

    fetch.fetch(get("/set"), SHORT).close();

    assertThat(endpoint.requests().getLast().headers()).doesNotContainKey("Cookie");
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    endpoint.silent("/silent");
    HttpLimits minute = new HttpLimits(1000, Duration.ofMinutes(1));
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    HttpAsk ask = get("/silent");
    Thread waiting =
        Thread.startVirtualThread(() ->
            ended.complete(
                catchThrowableOfType(InterruptedException.class, () -> fetch.fetch(ask, minute))));
    await().until(() -> !endpoint.requests().isEmpty());

    waiting.interrupt();

    assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  private static void forever(OutputStream out, String text) throws IOException {
    while (true) {
      out.write(text.getBytes(UTF_8));
    }
  }

  /** Faster than any limit on one read, and never done. */
  private void drip(OutputStream out) throws IOException {
    CompletableFuture<Void> never = new CompletableFuture<>();
    out.write("\r\n".getBytes(UTF_8));
    for (int i = 0; i < 10_000; i++) {
      out.write('x');
      out.flush();
      never.copy().completeOnTimeout(null, 50, TimeUnit.MILLISECONDS).join();
    }
  }

  private HttpAsk get(String path) throws RefusedAddress {
    return HttpAsk.get(address(path.replace(" ", "%20")), Map.of());
  }

  private WebAddress address(String path) throws RefusedAddress {
    return WebAddress.of(endpoint.url(path));
  }

  private HttpFailure failure(String path) throws RefusedAddress {
    return failure(fetch, get(path));
  }

  private static HttpFailure failure(HttpFetch fetch, HttpAsk ask) {
    return Objects.requireNonNull(
        catchThrowableOfType(HttpFailure.class, () -> fetch.fetch(ask, SHORT)));
  }

  private static String text(HttpAnswer answer) throws IOException {
    try (var in = answer.body().open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
