package com.streamdata.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.TestKafka;
import com.streamdata.testing.TestKafka.Listener;
import com.streamdata.testing.TestServer;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import tools.jackson.databind.JsonNode;

/** Topics of a real broker as sources, over HTTP. */
class KafkaApiTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init")
  private static TestKafka kafka;

  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  private String topic = "";

  @BeforeAll
  static void start() {
    kafka = TestKafka.shared();
    server = TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void createTopic(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    kafka.create(topic, 2);
  }

  @Test
  void messagesBecomeRowsAsTheyArrive() throws Exception {
    kafka.send(topic, 0, "{\"city\": \"Rome\", \"t\": 21.5, \"at\": \"2026-01-02T03:04:05Z\"}");
    kafka.send(topic, 1, "[{\"city\": \"Oslo\", \"t\": 3}, {\"city\": \"Bonn\"}]");
    kafka.flush();
    String id = create(source("earliest"));

    awaitRows(id, 3);
    kafka.send(topic, 1, "{\"city\": \"Lima\", \"wind\": {\"speed\": 5}}");
    awaitRows(id, 4);

    JsonNode source = server.admin().get("/sources/" + id).expect(200).json();
    assertThat(source.path("columns").toString())
        .contains(
            "city", "\"t\",\"type\":\"number\"", "\"at\",\"type\":\"timestamp\"", "wind.speed");
    assertThat(source.path("refresh").path("state").asString()).isEqualTo("ok");
    assertThat(source.path("brokers").path(0).asString()).isEqualTo(kafka.address());
  }

  @Test
  void whatCannotBeReadIsToldAndDoesNotStopTheTopic() throws Exception {
    String id = create(source("earliest"));
    kafka.send(topic, 0, "{\"v\": 1}");
    kafka.flush();
    awaitRows(id, 1);

    kafka.send(topic, 0, "no json");
    kafka.send(topic, 0, (byte[]) null);
    kafka.send(topic, 0, "{\"v\": \"text\", \"new\": 1}");
    kafka.send(topic, 0, "[{\"v\": 2}, 7]");
    kafka.send(topic, 0, "{\"__row\": 3}");
    kafka.send(topic, 0, "{\"x\": \"" + "x".repeat(1 << 20) + "\"}");
    kafka.send(topic, 0, "{\"v\": 3}");
    kafka.flush();
    awaitRows(id, 2);
    server.clock().advance(Duration.ofMinutes(2));

    await().atMost(LONG).untilAsserted(() -> assertThat(runs(id)).contains("megabyte", "offset 6"));
    assertThat(runs(id))
        .contains("offset 1: ", "offset 2: it has no value", "offset 3: v is text")
        .contains("offset 4: it is not an object", "offset 5: ", "keeps for itself");
    assertThat(server.admin().get("/sources/" + id).text()).doesNotContain("\"new\"");
  }

  @Test
  void partitionsThatAreAddedAreReadFromTheirBeginning() throws Exception {
    String id = create(source("latest"));
    awaitState(id, "ok");
    kafka.widen(topic, 3);
    kafka.send(topic, 2, "{\"v\": 1}");
    kafka.flush();

    awaitRows(id, 1);
  }

  @Test
  void aBrokerThatIsGoneAndBackLosesAndDoublesNothing() throws Exception {
    String id = create(source("earliest"));
    kafka.send(topic, 0, "{\"v\": 1}");
    kafka.flush();
    awaitRows(id, 1);

    kafka.kill();
    awaitState(id, "failing");
    assertThat(runs(id)).contains("\"stage\":\"connection\"");
    kafka.restart();
    kafka.send(topic, 0, "{\"v\": 2}");
    kafka.flush();

    awaitRows(id, 2);
    awaitState(id, "ok");
  }

  @Test
  void aTopicThatIsMadeAnewIsReadFromItsBeginning() throws Exception {
    String id = create(source("latest"));
    awaitState(id, "ok");
    kafka.send(topic, 0, "{\"v\": 1}");
    kafka.flush();
    awaitRows(id, 1);

    kafka.delete(topic);
    awaitState(id, "failing");
    kafka.create(topic, 1);
    kafka.send(topic, 0, "{\"v\": 2}");
    kafka.send(topic, 0, "{\"v\": 3}");
    kafka.flush();

    awaitRows(id, 3);
  }

  @Test
  void aSourceFollowsItsSettingsUntilItIsDeleted() throws Exception {
    String other = topic + ".other";
    kafka.create(other, 1);
    kafka.send(topic, 0, "{\"v\": 1}");
    kafka.send(other, 0, "{\"v\": 2}");
    kafka.flush();
    String id = create(source("earliest"));
    awaitRows(id, 1);

    server.admin().patch("/sources/" + id, "{\"topic\": \"" + other + "\"}").expect(200);
    awaitRows(id, 2);
    server.admin().patch("/sources/" + id, "{\"topic\": \"" + topic + "\"}").expect(200);
    kafka.send(topic, 0, "{\"v\": 3}");
    kafka.flush();
    awaitRows(id, 3);

    server.admin().post("/sources/" + id + "/refresh").expect(409);
    assertThat(isListenedTo(id)).isTrue();
    server.admin().delete("/sources/" + id).expect(204);
    await().atMost(LONG).until(() -> !isListenedTo(id));
  }

  /** Only a dump of threads shows virtual ones. */
  private static boolean isListenedTo(String id) throws IOException {
    Path dump = Files.createTempDirectory("threads").resolve("dump.txt");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
    try {
      return Files.readString(dump).contains("\"listener-" + id + "\"");
    } finally {
      Files.delete(dump);
      Files.delete(dump.getParent());
    }
  }

  @Test
  void usersAreLoggedInAndTheirPasswordIsNeverShown() throws Exception {
    kafka.send(topic, 0, "{\"v\": 1}");
    kafka.flush();
    String plain = create(user("plain", TestKafka.PASSWORD));
    String scram = create(user("scram-sha-256", TestKafka.PASSWORD));
    String wrong = create(user("scram-sha-256", "wrong-horse"));

    awaitRows(plain, 1);
    awaitRows(scram, 1);
    awaitState(wrong, "failing");
    assertThat(runs(wrong)).contains("\"stage\":\"login\"").doesNotContain("wrong-horse");
    assertThat(server.admin().get("/sources/" + plain).text())
        .contains("\"password\":\"***\"")
        .doesNotContain(TestKafka.PASSWORD);
  }

  @Test
  void noBrokerIsConnectedToWhereTheServerMayNot() throws Exception {
    String astray = create(source("earliest", kafka.address(Listener.ASTRAY)));
    String metadata = create(source("earliest", "169.254.169.254:9092"));
    String number = create(source("earliest", "2852039166:9092"));

    for (String id : new String[] {astray, metadata, number}) {
      awaitState(id, "failing");
      assertThat(runs(id)).contains("\"stage\":\"refused\"");
    }
    assertThat(runs(astray)).contains("10.1.2.3");
  }

  @Test
  void tryingOutShowsTheNewestMessagesAndWhereItFailed() throws Exception {
    for (int i = 0; i < 80; i++) {
      kafka.send(topic, 0, "{\"v\": " + i + "}");
    }
    kafka.flush();

    JsonNode good = test(source("earliest")).json();
    assertThat(good.path("rows").size()).isEqualTo(50);
    assertThat(good.path("rows").path(49).path("v").asInt()).isEqualTo(79);
    assertThat(test(source("earliest").replace(topic, "no-such-topic")).text())
        .contains("\"stage\":\"path\"");
    assertThat(test(source("earliest", "127.0.0.1:1")).text()).contains("\"stage\":\"connection\"");
    assertThat(test(source("earliest", "[::1]:9092")).text()).contains("\"stage\":\"refused\"");
  }

  private static com.streamdata.testing.TestAnswer test(String source) {
    return server.admin().post("/sources/test", source).expect(200);
  }

  private String source(String start) {
    return source(start, kafka.address());
  }

  private String source(String start, String broker) {
    return "{\"name\": \"K\", \"kind\": \"kafka\", \"brokers\": [\"%s\"], \"topic\": \"%s\", \"start\": \"%s\"}"
        .formatted(broker, topic, start);
  }

  private String user(String mechanism, String password) {
    return source("earliest", kafka.address(Listener.USER))
        .replace(
            "{\"name\"",
            "{\"security\": \"sasl_plaintext\", \"mechanism\": \"%s\", \"user\": \"reader\", \"password\": \"%s\", \"name\""
                .formatted(mechanism, password));
  }

  private static String create(String source) {
    String dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    return server
        .admin()
        .post("/dashboards/" + dashboard + "/sources", source)
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static void awaitRows(String id, long rows) {
    await()
        .atMost(LONG)
        .until(
            () -> server.admin().get("/sources/" + id).json().path("row_count").asLong(),
            count -> count == rows);
  }

  private static void awaitState(String id, String state) {
    await()
        .atMost(LONG)
        .until(
            () ->
                server
                    .admin()
                    .get("/sources/" + id)
                    .json()
                    .path("refresh")
                    .path("state")
                    .asString(),
            state::equals);
  }

  private static String runs(String id) {
    return server.admin().get("/sources/" + id + "/runs").expect(200).text();
  }
}
