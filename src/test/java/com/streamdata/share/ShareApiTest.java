package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Making, listing, changing and revoking links over HTTP. */
class ShareApiTest {
  private static TestServer server;
  private String dashboard;

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
    dashboard =
        server
            .admin()
            .post("/dashboards", "{\"name\": \"Your Dashboard 1\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
  }

  @Test
  void sharingIsAsPublished() {
    JsonNode answer =
        share(
            """
            {
              "access": "view",
              "password": "OptionalPassword123",
              "email": ["user1@email.com", "user2@email.com"]
            }
            """);

    assertThat(answer.propertyNames()).containsExactly("share_link", "message");
    assertThat(answer.path("share_link").asString()).matches(server.url() + "/share/[0-9a-f]{32}");
    assertThat(answer.path("message").asString())
        .startsWith("Dashboard shared successfully.")
        .contains("No invitation was sent");
  }

  @Test
  void withoutInvitationsTheMessageIsThePublishedOne() {
    assertThat(share("{\"access\": \"view\"}").path("message").asString())
        .isEqualTo("Dashboard shared successfully.");
  }

  @Test
  void eachCallMakesALinkOfItsOwn() {
    String first = share("{\"access\": \"view\"}").path("share_link").asString();
    String second = share("{\"access\": \"view\"}").path("share_link").asString();

    assertThat(first).isNotEqualTo(second);
    assertThat(links()).containsExactly(first, second);
  }

  @Test
  void misspeltPasswordNeverYieldsAnOpenLink() {
    var answer = post("{\"access\": \"view\", \"pasword\": \"s3cret\"}");

    answer.expectProblem(400, "request.unknown-field");
    assertThat(answer.wrongFields()).containsExactly("pasword");
    assertThat(links()).isEmpty();
  }

  static Stream<List<String>> wrongBodies() {
    return Stream.of(
        List.of("{}", "access"),
        List.of("{\"access\": \"admin\"}", "access"),
        List.of("{\"access\": 5}", "access"),
        List.of("{\"access\": null}", "access"),
        List.of("{\"access\": \"view\", \"password\": \"\"}", "password"),
        List.of("{\"access\": \"view\", \"password\": 123}", "password"),
        List.of("{\"access\": \"view\", \"password\": \"" + "x".repeat(129) + "\"}", "password"),
        List.of("{\"access\": \"view\", \"email\": [\"nobody\"]}", "email[0]"),
        List.of("{\"access\": \"view\", \"email\": [\"a@b.de\", \"A@b.de\"]}", "email[1]"),
        List.of("{\"access\": \"view\", \"email\": [\"a@b.de\\r\\nBcc: c@d.de\"]}", "email[0]"),
        List.of("{\"access\": \"view\", \"email\": [5]}", "email[0]"),
        List.of("{\"access\": \"view\", \"email\": {}}", "email"),
        List.of("{\"access\": \"view\", \"email\": " + addresses(101) + "}", "email"),
        List.of(
            "{\"access\": \"x\", \"password\": \"\", \"email\": \"y\"}", "access,password,email"));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void everyWrongFieldIsNamedAndNothingIsMade(List<String> bodyAndFields) {
    var answer = post(bodyAndFields.getFirst()).expect(400);

    assertThat(String.join(",", answer.wrongFields())).isEqualTo(bodyAndFields.getLast());
    assertThat(links()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "nonsense", "{\"access\": \"view\"} x", "\"view\"", "null"})
  void whatIsNoJsonObjectIsRefused(String body) {
    post(body).expect(400);

    assertThat(links()).isEmpty();
  }

  @Test
  void hugeBodyIsRefused() {
    String body = "{\"access\": \"view\", \"password\": \"" + "x".repeat(1024 * 1024) + "\"}";

    post(body).expectProblem(413, "request.too-large");
  }

  @Test
  void onlyJsonIsRead() {
    server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/share",
            "application/x-www-form-urlencoded",
            "access=view".getBytes(StandardCharsets.UTF_8))
        .expectProblem(415, "request.unsupported-type");
  }

  @Test
  void otherMethodsAreNotAllowed() {
    var answer = server.admin().get("/dashboards/" + dashboard + "/share");

    answer.expectProblem(405, "request.method-not-allowed");
    assertThat(answer.header("Allow")).hasValue("POST");
  }

  @Test
  void missingDashboardAndMissingKeyAreTold() {
    server
        .admin()
        .post("/dashboards/999/share", "{\"access\": \"view\"}")
        .expectProblem(404, "dashboard.not-found");
    server
        .anonymous()
        .post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
        .expectProblem(401, "access.unauthenticated");
  }

  @Test
  void keyThatMayReadButNotShareIsForbidden() {
    String viewer =
        server
            .admin()
            .post("/keys", "{\"name\": \"reader\", \"role\": \"viewer\"}")
            .expect(201)
            .json()
            .path("key")
            .asString();

    server.as(viewer).get("/dashboards/" + dashboard).expect(200);
    server
        .as(viewer)
        .post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
        .expectProblem(403, "access.forbidden");
    assertThat(links()).isEmpty();
  }

  @Test
  void neitherTokenNorPasswordNorKeyStandsReadableOnDisk() throws IOException {
    String link =
        share("{\"access\": \"edit\", \"password\": \"plain-Pa55word\"}")
            .path("share_link")
            .asString();
    String token = link.substring(link.lastIndexOf('/') + 1);

    for (Path file : files()) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(content)
          .as(file.toString())
          .doesNotContain(token)
          .doesNotContain("plain-Pa55word")
          .doesNotContain(TestServer.ADMIN_KEY)
          .doesNotContain(TestServer.ADMIN_PASSWORD);
    }
  }

  @Test
  void passwordHashIsOfTheAgreedCost() {
    share("{\"access\": \"view\", \"password\": \"secret\"}");

    String hash =
        server
            .part(com.streamdata.db.Database.class)
            .read(handle ->
                handle
                    .select("SELECT password_hash FROM share ORDER BY id DESC LIMIT 1")
                    .mapTo(String.class)
                    .one());

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void revokedAndDisabledLinksAreAsUnknownOnes() {
    String path = path(share("{\"access\": \"view\"}"));
    String unknown = server.anonymous().get("/share/" + "0".repeat(32)).expect(404).text();
    server.anonymous().get(path).expect(200);

    server.admin().patch("/shares/" + shareId(), "{\"enabled\": false}").expect(200);
    assertThat(server.anonymous().get(path).expect(404).text()).isEqualTo(unknown);

    server.admin().patch("/shares/" + shareId(), "{\"enabled\": true}").expect(200);
    server.anonymous().get(path).expect(200);

    server.admin().delete("/shares/" + shareId()).expect(204);
    assertThat(server.anonymous().get(path).expect(404).text()).isEqualTo(unknown);
    assertThat(links()).isEmpty();
  }

  @Test
  void wrongPasswordsAreCountedAndThenTheRightOneIsRefusedToo() {
    String path = path(share("{\"access\": \"view\", \"password\": \"right\"}"));

    for (int i = 0; i < 10; i++) {
      unlock(path, "wrong").expectProblem(401, "share.wrong-password");
    }

    var limited = unlock(path, "right").expectProblem(429, "share.too-many-tries");
    assertThat(Integer.parseInt(limited.header("Retry-After").orElseThrow())).isBetween(1, 900);
    server.clock().advance(java.time.Duration.ofMinutes(16));
    unlock(path, "right").expect(204);
  }

  @Test
  void unlockingGivesACookieForThisShareOnly() {
    String path = path(share("{\"access\": \"view\", \"password\": \"right\"}"));

    String cookie = unlock(path, "right").expect(204).header("Set-Cookie").orElseThrow();

    assertThat(cookie).contains("Path=" + path, "HttpOnly", "SameSite=Strict");
  }

  private TestAnswer unlock(String path, String password) {
    return server.anonymous().post(path + "/unlock", "{\"password\": \"" + password + "\"}");
  }

  private JsonNode share(String body) {
    return post(body).expect(200).json();
  }

  private TestAnswer post(String body) {
    return server.admin().post("/dashboards/" + dashboard + "/share", body);
  }

  private List<String> links() {
    return shares().valueStream().map(share -> share.path("share_link").asString()).toList();
  }

  private String shareId() {
    return shares().get(0).path("id").asString();
  }

  private JsonNode shares() {
    return server
        .admin()
        .get("/dashboards/" + dashboard + "/shares")
        .expect(200)
        .json()
        .path("shares");
  }

  private String path(JsonNode created) {
    return created.path("share_link").asString().substring(server.url().length());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(server.dataDir())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String addresses(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> "\"user" + i + "@email.com\"")
        .toList()
        .toString();
  }
}
