package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Repeating a POST. */
class IdempotencyApiTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void repetitionGetsTheFirstAnswerAgain() {
    TestClient client = withFreshKey(server.admin());

    TestAnswer first = client.post("/keys", "{\"name\": \"once\"}").expect(201);
    TestAnswer second = client.post("/keys", "{\"name\": \"once\"}").expect(201);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isEqualTo(first.header("Location")).isPresent();
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.header("Idempotent-Replayed")).hasValue("true");
    assertThat(keysCalled("once")).isEqualTo(1);
  }

  @Test
  void otherRequestWithTheSameKeyIsRefused() {
    TestClient client = withFreshKey(server.admin());
    client.post("/keys", "{\"name\": \"a\"}").expect(201);

    client.post("/keys", "{\"name\": \"b\"}").expectProblem(422, "idempotency.key-reused");
    client.post("/dashboards", "{\"name\": \"a\"}").expectProblem(422, "idempotency.key-reused");
  }

  @Test
  void keyIsItsCallersOwn() {
    String other = People.key(server, People.make(server, "editor"));
    String text = UUID.randomUUID().toString();
    String body = "{\"name\": \"mine\"}";

    TestAnswer mine = server.admin().with("Idempotency-Key", text).post("/keys", body).expect(201);
    TestAnswer theirs =
        server.as(other).with("Idempotency-Key", text).post("/keys", body).expect(201);

    assertThat(theirs.text()).isNotEqualTo(mine.text());
  }

  @Test
  void answerIsKeptForADay() {
    TestClient client = withFreshKey(server.admin());
    TestAnswer first = client.post("/keys", "{\"name\": \"daily\"}").expect(201);

    server.clock().advance(Duration.ofHours(23));
    assertThat(client.post("/keys", "{\"name\": \"daily\"}").text()).isEqualTo(first.text());
    server.clock().advance(Duration.ofMinutes(61));

    assertThat(client.post("/keys", "{\"name\": \"daily\"}").text()).isNotEqualTo(first.text());
  }

  @Test
  void failureIsNotKept() {
    TestClient client = withFreshKey(server.admin());

    client.post("/keys", "{\"name\": \"\"}").expect(400);

    client.post("/keys", "{\"name\": \"now right\"}").expect(201);
  }

  @Test
  void parallelRepetitionsMakeOne() {
    TestClient client = withFreshKey(server.admin());

    List<Future<TestAnswer>> asked;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      asked =
          IntStream.range(0, 16)
              .mapToObj(_ -> threads.submit(() -> client.post("/keys", "{\"name\": \"parallel\"}")))
              .toList();
    }
    List<Integer> statuses = asked.stream().map(answer -> answer.resultNow().status()).toList();

    assertThat(statuses).contains(201).isSubsetOf(201, 409);
    assertThat(keysCalled("parallel")).isEqualTo(1);
  }

  @Test
  void emptyAndOverlongKeysAreRefused() {
    for (String key : new String[] {" ", "k".repeat(256)}) {
      server
          .admin()
          .with("Idempotency-Key", key)
          .post("/keys", "{\"name\": \"x\"}")
          .expectProblem(400, "request.invalid");
    }
  }

  private static TestClient withFreshKey(TestClient client) {
    return client.with("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static long keysCalled(String name) {
    return server
        .admin()
        .get("/keys")
        .expect(200)
        .json()
        .path("keys")
        .valueStream()
        .filter(key -> key.path("name").asString().equals(name))
        .count();
  }
}
