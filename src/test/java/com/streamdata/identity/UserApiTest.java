package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.identity.People.Person;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Users over HTTP. */
class UserApiTest {
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
  void madeUserIsListedWithoutAnythingSecret() {
    TestAnswer made =
        server
            .admin()
            .post(
                "/users",
                """
                {"email": "Ann@example.org", "name": "Ann", "role": "editor", "password": "open sesame"}
                """)
            .expect(201);

    String id = made.json().path("id").asString();
    assertThat(made.header("Location")).hasValue("/users/" + id);
    String all = server.admin().get("/users").expect(200).text();
    assertThat(all)
        .contains("{\"id\":\"" + id + "\",\"email\":\"Ann@example.org\",\"name\":\"Ann\",")
        .contains("\"role\":\"editor\",\"disabled\":false,\"created\":\"");
    assertThat(made.text() + all).doesNotContain("sesame", "argon2", "password");
  }

  @Test
  void addressIsTakenInWhateverCase() {
    String email = People.make(server, "viewer").email();

    server
        .admin()
        .post(
            "/users",
            """
            {"email": "%s", "name": "Other", "role": "viewer", "password": "long enough"}
            """
                .formatted(email.toUpperCase(java.util.Locale.ROOT)))
        .expectProblem(409, "user.email-taken");
  }

  @Test
  void everyWrongFieldIsNamed() {
    TestAnswer answer =
        server
            .admin()
            .post(
                "/users",
                "{\"email\": \"nobody\", \"role\": \"king\", \"password\": \"short\", \"admin\": true}");

    answer.expectProblem(400, "request.unknown-field");
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder("admin", "email", "name", "role", "password");
    assertThat(answer.text()).doesNotContain("short");
  }

  @Test
  void onlyAdminsManageUsers() {
    for (String role : new String[] {"editor", "viewer"}) {
      Person person = People.make(server, role);
      String key = People.key(server, person);

      server.as(key).get("/users").expectProblem(403, "access.forbidden");
      server.as(key).post("/users", "{}").expect(400);
      server
          .as(key)
          .patch("/users/" + person.id(), "{\"role\": \"admin\"}")
          .expectProblem(403, "access.forbidden");
    }
    server.anonymous().get("/users").expect(401);
  }

  @Test
  void limitedKeyOfAnAdminManagesNobody() {
    String key =
        server
            .admin()
            .post(
                "/keys",
                """
                {"name": "limited",
                 "permissions": [{"action": "dashboards:read", "scope": "dashboards:*"}]}
                """)
            .expect(201)
            .json()
            .path("key")
            .asString();

    server.as(key).get("/users").expectProblem(403, "access.forbidden");
  }

  @Test
  void disabledUserIsOutAtOnceAndMayComeBack() {
    Person person = People.make(server, "editor");
    String key = People.key(server, person);
    Session session = Session.begin(server, person.email(), People.PASSWORD);
    server.as(key).get("/dashboards").expect(200);
    session.reading().get("/dashboards").expect(200);

    change(person, "{\"disabled\": true}").expect(200);
    server.as(key).get("/dashboards").expectProblem(401, "key.invalid");
    session.reading().get("/dashboards").expect(401);
    Session.tryToBegin(server, person.email(), People.PASSWORD)
        .expectProblem(401, "session.wrong-password");

    change(person, "{\"disabled\": false}").expect(200);
    server.as(key).get("/dashboards").expect(200);
    session.reading().get("/dashboards").expect(401);
    Session.tryToBegin(server, person.email(), People.PASSWORD).expect(200);
  }

  @Test
  void newPasswordEndsAllSessions() {
    Person person = People.make(server, "editor");
    Session session = Session.begin(server, person.email(), People.PASSWORD);

    TestAnswer answer = change(person, "{\"password\": \"quite another\"}").expect(200);

    assertThat(answer.text()).doesNotContain("another");
    session.reading().get("/session").expect(401);
    Session.tryToBegin(server, person.email(), People.PASSWORD).expect(401);
    Session.tryToBegin(server, person.email(), "quite another").expect(200);
  }

  @Test
  void lesserRoleHoldsForSessionsAndKeysAtOnce() {
    Person person = People.make(server, "admin");
    String key = People.key(server, person);
    Session session = Session.begin(server, person.email(), People.PASSWORD);
    server.as(key).get("/users").expect(200);

    change(person, "{\"role\": \"viewer\", \"name\": \"Less\"}").expect(200);

    server.as(key).get("/users").expect(403);
    session.reading().get("/users").expect(403);
    assertThat(find(person).path("name").asString()).isEqualTo("Less");
  }

  @Test
  void thereIsAlwaysAnAdmin() {
    try (TestServer own = TestServer.start()) {
      String first = own.admin().get("/users").json().path("users").get(0).path("id").asString();

      own.admin()
          .patch("/users/" + first, "{\"role\": \"editor\"}")
          .expectProblem(409, "user.last-admin");
      own.admin()
          .patch("/users/" + first, "{\"disabled\": true}")
          .expectProblem(409, "user.last-admin");
      Person second = People.make(own, "admin");
      own.admin().patch("/users/" + second.id(), "{\"disabled\": true}").expect(200);
      own.admin()
          .patch("/users/" + first, "{\"disabled\": true}")
          .expectProblem(409, "user.last-admin");
      own.admin().patch("/users/" + second.id(), "{\"disabled\": false}").expect(200);

      own.admin().patch("/users/" + first, "{\"role\": \"editor\"}").expect(200);
    }
  }

  @Test
  void unknownUserIsNotFound() {
    server.admin().patch("/users/999999", "{}").expectProblem(404, "user.not-found");
    server.admin().patch("/users/me", "{}").expectProblem(404, "user.not-found");
  }

  private static TestAnswer change(Person person, String patch) {
    return server.admin().patch("/users/" + person.id(), patch);
  }

  private static JsonNode find(Person person) {
    JsonNode users = server.admin().get("/users").expect(200).json().path("users");
    return StreamSupport.stream(users.spliterator(), false)
        .filter(user -> user.path("id").asString().equals(person.id()))
        .findFirst()
        .orElseThrow();
  }
}
