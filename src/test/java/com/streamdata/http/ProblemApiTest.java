package com.streamdata.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.db.Database;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How requests fail that no feature ever sees. */
class ProblemApiTest {
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
  void nothingIsKeptOnTheWayUnlessItSaysSo() {
    for (String path : List.of("/keys", "/users", "/api/user", "/api/annotations?dashboardUID=x")) {
      TestAnswer answer = server.admin().get(path);
      assertThat(answer.header("Cache-Control")).as(path).hasValue("no-store");
    }
    assertThat(server.admin().get("/dashboards").header("Cache-Control"))
        .hasValue("private, no-cache");
  }

  @Test
  void unknownAddressIsToldToThoseWeKnow() {
    server.admin().get("/nothing/here").expectProblem(404, "request.not-found");
    server.anonymous().get("/nothing/here").expectProblem(401, "access.unauthenticated");
  }

  @Test
  void addressWithoutTheMethodNamesThoseItHas() {
    TestAnswer answer = server.admin().put("/dashboards", "{}");

    answer.expectProblem(405, "request.method-not-allowed");
    assertThat(answer.header("Allow").orElseThrow().split(", ")).contains("GET", "POST");
  }

  @Test
  void formThatCannotBeProducedIsRefused() {
    server
        .admin()
        .with("Accept", "image/png")
        .get("/keys")
        .expectProblem(406, "request.not-acceptable");
  }

  @Test
  void bodyOfOverAMebibyteIsRefused() {
    String justRight = "{\"name\": \"x\"" + " ".repeat(1024 * 1024 - 13) + "}";
    assertThat(justRight).hasSize(1024 * 1024);

    server.admin().post("/keys", justRight).expect(201);
    server.admin().post("/keys", justRight + " ").expectProblem(413, "request.too-large");
  }

  @Test
  void bodyThatIsNotJsonIsRefused() {
    byte[] body = "name=x".getBytes(StandardCharsets.UTF_8);

    server
        .admin()
        .post("/keys", "application/x-www-form-urlencoded", body)
        .expectProblem(415, "request.unsupported-type");
    server.admin().post("/keys", "text/plain", body).expect(415);
  }

  @Test
  void missingBodyIsAskedFor() {
    server.admin().post("/keys").expectProblem(400, "request.invalid");
    server.admin().post("/keys", "").expectProblem(400, "request.invalid");
  }

  @Test
  void trickyAddressesLeadNowhere() {
    for (String path : new String[] {"/dashboards;x=1", "//dashboards", "/%2e/dashboards"}) {
      server.anonymous().get(path).expectProblem(400, "request.invalid");
    }
  }

  @Test
  void everyAnswerTellsBrowsersToKeepStill() {
    TestAnswer answer = server.anonymous().get("/keys").expect(401);

    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void ourOwnFaultShowsAnIncidentAndNothingElse() {
    try (TestServer broken = TestServer.start()) {
      broken.part(Database.class).write(handle -> handle.execute("DROP TABLE idempotency"));
      broken
          .part(Database.class)
          .write(handle -> handle.execute("ALTER TABLE dashboard RENAME TO gone"));

      TestAnswer inResource = broken.admin().post("/dashboards", "{\"name\": \"x\"}");
      TestAnswer inFilter =
          broken.admin().with("Idempotency-Key", "k").post("/keys", "{\"name\": \"x\"}");

      for (TestAnswer answer : new TestAnswer[] {inResource, inFilter}) {
        answer.expectProblem(500, "server.error");
        assertThat(answer.json().propertyNames())
            .containsExactlyInAnyOrder("type", "title", "status", "code", "incident");
        assertThat(answer.json().path("incident").asString()).matches("[0-9a-f]{12}");
      }
    }
  }
}
