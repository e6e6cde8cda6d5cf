package com.streamdata.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.TestKafka;
import com.streamdata.testing.TestKafka.Listener;
import com.streamdata.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Encrypted connections to a real broker. */
class KafkaTlsTest {
  private static final String TOPIC = "encrypted";

  @SuppressWarnings("NullAway.Init")
  private static TestKafka kafka;

  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    kafka = TestKafka.shared();
    kafka.create(TOPIC, 1);
    kafka.send(TOPIC, 0, "{\"v\": 1}");
    kafka.flush();
    server =
        TestServer.start(
            Map.of(
                "STREAMDATA_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "STREAMDATA_TRUSTED_CERTIFICATES",
                kafka.trusted().toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void messagesComeEncryptedFromWhomTheAdministratorTrusts() {
    assertThat(test(server, Listener.TLS, "").path("rows").size()).isEqualTo(1);
    assertThat(test(server, Listener.USERTLS, user(TestKafka.PASSWORD)).path("rows").size())
        .isEqualTo(1);

    String id = create(source(Listener.USERTLS, user(TestKafka.PASSWORD)));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.admin().get("/sources/" + id).json().path("row_count").asLong() == 1);
  }

  @Test
  void aWrongPasswordIsToldFromAWrongCertificate() {
    JsonNode error = failure(server, Listener.USERTLS, user("wrong-horse"));

    assertThat(error.path("stage").asString()).isEqualTo("login");
    assertThat(error.toString()).doesNotContain("wrong-horse");
  }

  @Test
  void strangersAreRefusedAndItIsSaidWhatToDo() {
    assertThat(refusal(server, Listener.STRANGER)).contains("signed by itself");
    try (TestServer trustingNobody =
        TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8"))) {
      assertThat(refusal(trustingNobody, Listener.TLS))
          .contains("is signed by “CN=test authority”, which this server does not trust")
          .contains("STREAMDATA_TRUSTED_CERTIFICATES");
    }
  }

  @Test
  void otherNamesAndOldCertificatesAreRefused() {
    assertThat(refusal(server, Listener.OTHERNAME)).contains("127.0.0.1, but for db.example.com");
    assertThat(refusal(server, Listener.EXPIRED)).contains("127.0.0.1 expired on 2");
  }

  @Test
  void aBrokerWithoutEncryptionIsNotSpokenToWhenThatIsAskedFor() {
    assertThat(refusal(server, Listener.PLAIN)).contains("without encryption");
  }

  @Test
  void theAddressIsCheckedAlsoWhenItIsEncrypted() {
    try (TestServer strict =
        TestServer.start(Map.of("STREAMDATA_TRUSTED_CERTIFICATES", kafka.trusted().toString()))) {
      JsonNode error = failure(strict, Listener.TLS, "");

      assertThat(error.path("stage").asString()).isEqualTo("refused");
      assertThat(error.path("message").asString()).contains("may not connect to 127.0.0.1");
    }
  }

  @Test
  void whoListensIsToldWhyAnEncryptedConnectionFails() {
    String id = create(source(Listener.EXPIRED, ""));

    await().atMost(Duration.ofSeconds(60)).until(() -> runs(id).contains("127.0.0.1 expired on 2"));
    assertThat(runs(id)).contains("\"stage\":\"tls\"");
  }

  private static String refusal(TestServer asked, Listener listener) {
    JsonNode error = failure(asked, listener, "");
    assertThat(error.path("stage").asString()).as(error.toString()).isEqualTo("tls");
    return error.path("message").asString();
  }

  private static JsonNode failure(TestServer asked, Listener listener, String user) {
    return test(asked, listener, user).path("failure");
  }

  private static JsonNode test(TestServer asked, Listener listener, String user) {
    return asked.admin().post("/sources/test", source(listener, user)).expect(200).json();
  }

  private static String user(String password) {
    return """
    , "mechanism": "plain", "user": "reader", "password": "%s"
    """
        .formatted(password);
  }

  private static String source(Listener listener, String user) {
    return """
    {"name": "K", "kind": "kafka", "brokers": ["%s"], "topic": "%s", "start": "earliest",
     "security": "%s" %s}
    """
        .formatted(kafka.address(listener), TOPIC, user.isEmpty() ? "tls" : "sasl_tls", user);
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

  private static String runs(String id) {
    return server.admin().get("/sources/" + id + "/runs").expect(200).text();
  }
}
