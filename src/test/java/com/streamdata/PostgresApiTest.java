package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.config.Secret;
import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestDatabase;
import com.streamdata.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole server with its metadata in PostgreSQL. */
class PostgresApiTest {
  private static final String SERVER_KEY = "A".repeat(43) + "=";
  private static TestDatabase database;
  private static TestServer server;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
    server = TestServer.start(settings());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  void dashboardIsMadeFilledSharedAndOpened() {
    String dashboard = id(post("/dashboards", "{\"name\": \"Sales\"}").expect(201));
    String source =
        id(
            post(
                    "/dashboards/" + dashboard + "/sources",
                    "{\"name\": \"Orders\", \"kind\": \"push\"}")
                .expect(201));
    post("/sources/" + source + "/rows", "[{\"city\": \"Rome\", \"n\": 1}, {\"city\": \"Oslo\"}]")
        .expect(200);
    String link =
        post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();

    assertThat(server.admin().get("/shares").expect(200).text()).contains(link);
    assertThat(names(server.admin().get("/dashboards").expect(200))).contains("Sales");
    assertThat(server.admin().get("/sources/" + source).expect(200).text())
        .contains("\"row_count\":2");
    assertThat(server.admin().get("/dashboards/" + dashboard + "/shares").expect(200).text())
        .contains(link);
    server.anonymous().get(link).expect(200);
    assertThat(server.anonymous().get(link + "/dashboard").expect(200).text()).contains("Sales");
    server.admin().patch("/dashboards/" + dashboard, "{\"name\": \"Sold\"}").expect(200);
    server.admin().delete("/dashboards/" + dashboard).expect(204);
    server.anonymous().get(link).expect(404);
  }

  @Test
  void keysPeopleAndRepetitionsWorkToo() {
    var client = server.admin().with("Idempotency-Key", "once");
    String first = client.post("/keys", "{\"name\": \"ci\"}").expect(201).text();
    String again = client.post("/keys", "{\"name\": \"ci\"}").expect(201).text();
    assertThat(again).isEqualTo(first);

    post(
            "/users",
            """
            {"email": "a@b.c", "name": "A", "role": "viewer", "password": "long enough"}
            """)
        .expect(201);
    post(
            "/users",
            """
            {"email": "A@B.C", "name": "A", "role": "viewer", "password": "long enough"}
            """)
        .expectProblem(409, "user.email-taken");
    server
        .anonymous()
        .post("/session", "{\"email\": \"a@B.c\", \"password\": \"long enough\"}")
        .expect(200);
  }

  @Test
  void secondNodeSeesWhatTheFirstWroteAndRevoked() {
    String dashboard = id(post("/dashboards", "{\"name\": \"Both\"}").expect(201));
    JsonNode key = post("/keys", "{\"name\": \"short-lived\"}").expect(201).json();

    try (TestServer second = TestServer.start(settings())) {
      TestClient client = second.as(key.path("key").asString());
      client.get("/dashboards").expect(200);
      assertThat(client.get("/dashboards/" + dashboard).expect(200).text()).contains("Both");

      server.admin().delete("/keys/" + key.path("id").asString()).expect(204);

      await().atMost(Duration.ofSeconds(10)).until(() -> client.get("/dashboards").status() == 401);
    }
  }

  @Test
  void linkThatOneNodeRevokesEndsTheStreamsOfTheOther() {
    String dashboard = id(post("/dashboards", "{\"name\": \"Watched\"}").expect(201));
    String link =
        post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    String path = link.substring(server.url().length());

    try (TestServer second = TestServer.start(settings());
        EventStream page = new EventStream(second, path + "/events")) {
      page.next("mark");
      JsonNode shares = server.admin().get("/dashboards/" + dashboard + "/shares").json();
      String share = shares.path("shares").path(0).path("id").asString();

      server.admin().delete("/shares/" + share).expect(204);

      page.untilEnd();
      second.anonymous().get(path + "/dashboard").expect(404);
    }
  }

  private static TestAnswer post(String path, String json) {
    return server.admin().post(path, json);
  }

  private static String id(TestAnswer answer) {
    return answer.json().path("id").asString();
  }

  private static List<String> names(TestAnswer answer) {
    return answer
        .json()
        .path("dashboards")
        .valueStream()
        .map(d -> d.path("name").asString())
        .toList();
  }

  /** Nodes of one database have one server key: without it none knows the keys of the others. */
  private static Map<String, String> settings() {
    return Map.of("STREAMDATA_DATABASE_URL", url(), "STREAMDATA_SECRET_KEY", SERVER_KEY);
  }

  private static String url() {
    Secret url = Objects.requireNonNull(database.config().databaseUrl());
    return url.reveal();
  }
}
