package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.identity.People.Person;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in and out over HTTP. */
class SessionApiTest {
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
  void signedInPersonIsKnownUntilTheySignOut() {
    Session session = Session.begin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

    TestAnswer known = session.reading().get("/session").expect(200);
    assertThat(known.json().path("user").path("email").asString())
        .isEqualTo(TestServer.ADMIN_EMAIL);
    assertThat(known.header("Cache-Control")).hasValue("no-store");

    TestAnswer out = session.changing().delete("/session").expect(204);
    assertThat(out.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    session.reading().get("/session").expectProblem(401, "access.unauthenticated");
    session.reading().get("/dashboards").expect(401);
  }

  @Test
  void addressIsTheSameInWhateverCase() {
    Session.tryToBegin(server, "OWNER@email.COM", TestServer.ADMIN_PASSWORD).expect(200);
  }

  @Test
  void cookieIsForThisServerOnly() {
    TestAnswer answer =
        Session.tryToBegin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

    assertThat(answer.header("Set-Cookie").orElseThrow())
        .matches("streamdata_session=[0-9a-f]{40}; .*")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200")
        .doesNotContain("Secure", "Domain");
  }

  @Test
  void cookieIsBoundToHttpsWherePeopleComeByIt() {
    try (TestServer secure =
        TestServer.start(Map.of("STREAMDATA_PUBLIC_URL", "https://stats.example.com"))) {
      Session session = Session.begin(secure, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

      assertThat(session.cookie()).startsWith("__Host-streamdata_session=");
      session.reading().get("/session").expect(200);
      assertThat(
              Session.tryToBegin(secure, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD)
                  .header("Set-Cookie")
                  .orElseThrow())
          .contains("Secure", "HttpOnly", "Path=/");
    }
  }

  @Test
  void unknownAddressIsRefusedInTheWordsAndTimeOfAWrongPassword() {
    String email = People.make(server, "viewer").email();

    TestAnswer wrong = Session.tryToBegin(server, email, "not the password");
    TestAnswer unknown = Session.tryToBegin(server, "nobody@example.org", "not the password");

    wrong.expectProblem(401, "session.wrong-password");
    assertThat(unknown.text()).isEqualTo(wrong.text());
    assertThat(fastest("nobody@example.org")).isGreaterThan(fastest(email).dividedBy(3));
  }

  @Test
  void afterTenWrongPasswordsTheRightOneIsRefusedTooForAWhile() {
    String email = People.make(server, "viewer").email();
    for (int i = 0; i < 10; i++) {
      Session.tryToBegin(server, email, "wrong " + i).expect(401);
      server.clock().advance(Duration.ofSeconds(30));
    }

    TestAnswer refused = Session.tryToBegin(server, email, People.PASSWORD);
    refused.expectProblem(429, "session.too-many-tries");
    assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(590, 600);

    server.clock().advance(Duration.ofMinutes(10));
    Session.tryToBegin(server, email, "wrong again").expect(401);
    Session.tryToBegin(server, email, People.PASSWORD).expect(429);
    server.clock().advance(Duration.ofSeconds(30));
    Session.tryToBegin(server, email, People.PASSWORD).expect(200);
  }

  @Test
  void rightPasswordsDoNotCount() {
    String email = People.make(server, "viewer").email();

    for (int i = 0; i < 12; i++) {
      Session.tryToBegin(server, email, People.PASSWORD).expect(200);
    }
  }

  @Test
  void changeThroughASessionNeedsItsToken() {
    Session session = Session.begin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    Session other = Session.begin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    String body = "{\"name\": \"key\"}";

    session.reading().post("/keys", body).expectProblem(403, "request.refused");
    session
        .reading()
        .with("X-CSRF-Token", other.csrfToken())
        .post("/keys", body)
        .expectProblem(403, "request.refused");
    session.reading().delete("/session").expect(403);

    session.changing().post("/keys", body).expect(201);
  }

  @Test
  void otherSitesCannotMakeABrowserChangeAnything() {
    Session session = Session.begin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    String body = "{\"name\": \"key\"}";

    for (String site : new String[] {"cross-site", "same-site"}) {
      session
          .changing()
          .with("Sec-Fetch-Site", site)
          .post("/keys", body)
          .expectProblem(403, "session.cross-site");
      server
          .anonymous()
          .with("Sec-Fetch-Site", site)
          .post("/session", "{}")
          .expectProblem(403, "session.cross-site");
    }

    session.changing().with("Sec-Fetch-Site", "same-origin").post("/keys", body).expect(201);
    server.admin().with("Sec-Fetch-Site", "cross-site").post("/keys", body).expect(201);
  }

  @Test
  void sessionEndsAfterHalfAnHourWithoutUse() {
    Session session = Session.begin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

    server.clock().advance(Duration.ofMinutes(29));
    session.reading().get("/session").expect(200);
    server.clock().advance(Duration.ofMinutes(29));
    session.reading().get("/session").expect(200);
    server.clock().advance(Duration.ofMinutes(31));

    session.reading().get("/session").expect(401);
  }

  @Test
  void sessionEndsAfterTwelveHoursHoweverBusy() {
    Session session = Session.begin(server, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);

    for (int half = 1; half < 12 * 60 / 20; half++) {
      server.clock().advance(Duration.ofMinutes(20));
      session.reading().get("/session").expect(200);
    }
    server.clock().advance(Duration.ofMinutes(21));

    session.reading().get("/session").expect(401);
  }

  @Test
  void ownPasswordIsChangedByWhoKnowsIt() {
    Person person = People.make(server, "viewer");
    Session here = Session.begin(server, person.email(), People.PASSWORD);
    Session elsewhere = Session.begin(server, person.email(), People.PASSWORD);

    here.changing()
        .patch(
            "/session", "{\"current_password\": \"a wrong guess\", \"password\": \"new secret\"}")
        .expectProblem(401, "session.wrong-password");
    here.changing()
        .patch(
            "/session",
            "{\"current_password\": \"" + People.PASSWORD + "\", \"password\": \"new secret\"}")
        .expect(204);

    here.reading().get("/session").expect(200);
    elsewhere.reading().get("/session").expect(401);
    Session.tryToBegin(server, person.email(), People.PASSWORD).expect(401);
    Session.tryToBegin(server, person.email(), "new secret").expect(200);
    server
        .admin()
        .patch("/session", "{\"current_password\": \"x\", \"password\": \"new secret\"}")
        .expectProblem(401, "access.unauthenticated");
  }

  /** Others at work on the machine make it slower, never faster. */
  private static Duration fastest(String email) {
    Duration fastest = Duration.ofDays(1);
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      Session.tryToBegin(server, email, "not the password").expect(401);
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
    }
    return fastest;
  }
}
