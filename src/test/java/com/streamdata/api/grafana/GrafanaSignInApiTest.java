package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How Grafana's clients say who they are, and what they are told (observed behaviour, 4). */
class GrafanaSignInApiTest {
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
  void tokenIsTakenAsBearerAndAsPasswordOfApiKey() {
    server.admin().get("/api/user").expect(200);
    basic("api_key:" + TestServer.ADMIN_KEY).get("/api/user").expect(200);
  }

  @Test
  void addressAndPasswordAreTakenWithEveryRequest() {
    TestClient client = basic(TestServer.ADMIN_EMAIL + ":" + TestServer.ADMIN_PASSWORD);

    assertThat(client.get("/api/user").expect(200).json().path("login").asString())
        .isEqualTo(TestServer.ADMIN_EMAIL);
    client.with("X-Grafana-Org-Id", "1").get("/api/org").expect(200);
    client.get("/api/org/").expect(200);
  }

  @Test
  void onlyGrafanasAddressesTakePasswords() {
    basic(TestServer.ADMIN_EMAIL + ":" + TestServer.ADMIN_PASSWORD)
        .get("/dashboards")
        .expectProblem(401, "key.invalid");
  }

  @Test
  void newPasswordEndsWhatTheOldOneOpened() {
    server
        .admin()
        .post(
            "/users",
            """
            {"email": "changing@email.com", "name": "C", "role": "viewer", "password": "the first one"}
            """)
        .expect(201);
    TestClient old = basic("changing@email.com:the first one");
    String id = old.get("/api/user").expect(200).json().path("id").asString();

    server.admin().patch("/users/" + id, "{\"password\": \"the second one\"}").expect(200);

    expect(old.get("/api/user"), "password-auth.failed", "Invalid username or password");
    basic("changing@email.com:the second one").get("/api/user").expect(200);
    server.admin().patch("/users/" + id, "{\"disabled\": true}").expect(200);
    expect(
        basic("changing@email.com:the second one").get("/api/user"),
        "password-auth.failed",
        "Invalid username or password");
  }

  @Test
  void nobodyIsToldSo() {
    expect(server.anonymous().get("/api/org"), "auth.unauthorized", "Unauthorized");
    expect(
        server.anonymous().get("/api/dashboards/uid/x/public-dashboards"),
        "auth.unauthorized",
        "Unauthorized");
    expect(
        server.anonymous().get("/api/dashboards/public-dashboards"),
        "auth.unauthorized",
        "Unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "sd_0000000000000000000000000000000000000000", "glsa_x", ""})
  void unknownTokenIsToldSo(String token) {
    expect(server.as(token).get("/api/org"), "api-key.invalid", "Invalid API key");
  }

  @Test
  void expiredTokenIsToldSo() {
    long account =
        server
            .admin()
            .post("/api/serviceaccounts", "{\"name\": \"short\", \"role\": \"Viewer\"}")
            .expect(201)
            .json()
            .path("id")
            .asLong();
    String key =
        server
            .admin()
            .post(
                "/api/serviceaccounts/" + account + "/tokens",
                "{\"name\": \"t\", \"secondsToLive\": 60}")
            .expect(200)
            .json()
            .path("key")
            .asString();
    server.as(key).get("/api/org").expect(200);

    server.clock().advance(Duration.ofSeconds(61));

    expect(server.as(key).get("/api/org"), "api-key.expired", "Expired API key");
  }

  @Test
  void otherOrganizationIsRefused() {
    expect(
        server.admin().with("X-Grafana-Org-Id", "2").get("/api/org"),
        "api-key.organization-mismatch",
        "API key does not belong to the requested organization");
    server.admin().with("X-Grafana-Org-Id", "1").get("/api/org").expect(200);
    server.admin().with("X-Grafana-Org-Id", "nonsense").get("/api/org").expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"owner@email.com:wrong", "nobody@email.com:x", "owner@email.com:", "nocolon", ":"})
  void wrongNameOrPasswordIsToldInTheSameWords(String credentials) {
    expect(
        basic(credentials).get("/api/org"), "password-auth.failed", "Invalid username or password");
  }

  @Test
  void headerThatIsNoBase64IsToldInTheSameWords() {
    expect(
        server.anonymous().with("Authorization", "Basic §§§").get("/api/org"),
        "password-auth.failed",
        "Invalid username or password");
  }

  @Test
  void manyWrongPasswordsBlockTheRightOneToo() {
    server
        .admin()
        .post(
            "/users",
            """
            {"email": "guessed@email.com", "name": "G", "role": "viewer", "password": "right one"}
            """)
        .expect(201);
    for (int i = 0; i < 10; i++) {
      basic("guessed@email.com:wrong " + i).get("/api/org").expect(401);
    }

    expect(
        basic("guessed@email.com:right one").get("/api/org"),
        "login-attempt.blocked",
        "Invalid username or password");
  }

  @Test
  void serviceAccountHasNoPassword() {
    server
        .admin()
        .post("/api/serviceaccounts", "{\"name\": \"robot\", \"role\": \"Admin\"}")
        .expect(201);

    expect(
        basic("sa-1-robot:").get("/api/org"),
        "password-auth.failed",
        "Invalid username or password");
    expect(
        basic("sa-1-robot:x").get("/api/org"),
        "password-auth.failed",
        "Invalid username or password");
  }

  @Test
  void badCredentialsDoNotMatterWhereNoneAreAsked() {
    server.as("nonsense").get("/api/health").expect(200);
    Refusal.expect(
        server.as("nonsense").post("/api/public/dashboards/nonsense/code", "{}"),
        400,
        "invalidAccessToken",
        "Invalid access token");
  }

  @Test
  void unknownAddressIsToldShortly() {
    TestAnswer answer = server.admin().get("/api/nothing/here").expect(404);

    assertThat(answer.text()).isEqualTo("{\"message\":\"Not found\"}");
  }

  private static TestClient basic(String credentials) {
    return server
        .anonymous()
        .with(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
  }

  private static void expect(TestAnswer answer, String messageId, String message) {
    answer.expect(401);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"extra\":null,\"message\":\"%s\",\"messageId\":\"%s\",\"statusCode\":401,\"traceID\":\"\"}"
                .formatted(message, messageId));
  }
}
