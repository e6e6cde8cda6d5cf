package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** API keys over HTTP. */
class KeyApiTest {
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
  void withoutKeyNothingIsTold() {
    var answer = server.anonymous().get("/keys");

    answer.expectProblem(401, "access.unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void malformedKeyIsRefusedInTheWordsOfAnUnknownOne() {
    String malformed = server.as("sd_XYZ").get("/keys").expectProblem(401, "key.invalid").text();
    String unknown = server.as("sd_" + "0".repeat(40)).get("/keys").expect(401).text();

    assertThat(malformed).isEqualTo(unknown);
  }

  @Test
  void keyIsShownOnceAndWorksUntilItIsRevoked() {
    JsonNode created = server.admin().post("/keys", "{\"name\": \"ci\"}").expect(201).json();
    String key = created.path("key").asString();

    assertThat(key).matches("sd_[0-9a-f]{40}");
    assertThat(server.as(key).get("/keys").expect(200).text()).doesNotContain(key);

    server.admin().delete("/keys/" + created.path("id").asString()).expect(204);
    server.as(key).get("/keys").expectProblem(401, "key.invalid");
  }

  @Test
  void keyEndsWhenItExpires() {
    String expires = server.clock().instant().plus(Duration.ofHours(1)).toString();
    String key =
        server
            .admin()
            .post("/keys", "{\"name\": \"short\", \"expires\": \"" + expires + "\"}")
            .expect(201)
            .json()
            .path("key")
            .asString();

    server.as(key).get("/keys").expect(200);
    server.clock().advance(Duration.ofMinutes(61));

    server.as(key).get("/keys").expectProblem(401, "key.expired");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    var answer =
        server
            .admin()
            .post(
                "/keys",
                """
                {"nam": "x", "role": "god", "permissions": [{"action": "fly", "scope": "moon"}],
                 "expires": 5}
                """);

    answer.expectProblem(400, "request.unknown-field");
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "nam", "name", "role", "permissions[0].action", "permissions[0].scope", "expires");
  }
}
