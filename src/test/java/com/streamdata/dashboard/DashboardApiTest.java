package com.streamdata.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.db.Database;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dashboards over HTTP. */
class DashboardApiTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void deleteDashboards() {
    ids(server.admin().get("/dashboards").json())
        .forEach(id -> server.admin().delete("/dashboards/" + id).expect(204));
  }

  @Test
  void listIsAsPublished() {
    String first = create("Your Dashboard 1");
    String second = create("Your Dashboard 2");

    JsonNode list = server.admin().get("/dashboards").expect(200).json();

    String today =
        DateTimeFormatter.BASIC_ISO_DATE.format(
            LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC));
    assertThat(list.toString())
        .isEqualTo(
            """
            {"dashboards":[\
            {"id":"%s","name":"Your Dashboard 1","owner":"owner@email.com","created":"%s"},\
            {"id":"%s","name":"Your Dashboard 2","owner":"owner@email.com","created":"%s"}]}\
            """
                .formatted(first, today, second, today));
  }

  @Test
  void sharedDashboardsAreThoseThatALinkOpens() {
    String shared = create("Shared");
    create("Not shared");
    server.admin().post("/dashboards/" + shared + "/share", "{\"access\": \"view\"}").expect(200);
    assertThat(server.admin().get("/dashboards/shared").expect(200).text())
        .isEqualTo("{\"dashboards\":[\"" + shared + "\"]}");

    JsonNode links = server.admin().get("/dashboards/" + shared + "/shares").json().path("shares");
    String link = links.path(0).path("id").asString();
    server.admin().patch("/shares/" + link, "{\"enabled\": false}").expect(200);

    assertThat(server.admin().get("/dashboards/shared").text()).isEqualTo("{\"dashboards\":[]}");
  }

  @Test
  void repeatedListIsNeverOlderThanTheLastWrite() {
    for (int i = 0; i < 5; i++) {
      String id = create("Dashboard " + i);

      assertThat(ids(server.admin().get("/dashboards").json())).endsWith(id);
    }
  }

  @Test
  void unchangedListIsNotSentAgain() {
    create("One");
    String tag = server.admin().get("/dashboards").header("ETag").orElseThrow();

    var again = server.admin().with("If-None-Match", tag).get("/dashboards").expect(304);

    assertThat(again.text()).isEmpty();
    assertThat(again.header("ETag")).contains(tag);
  }

  /** A cache keeps what it has only if the tag is that of the very bytes (RFC 9111, 4.3.4). */
  @Test
  void unchangedCompressedListIsKnownByItsOwnTag() {
    for (int i = 0; i < 30; i++) {
      create("Dashboard " + i);
    }
    TestClient compressed = server.admin().with("Accept-Encoding", "gzip");
    String tag = compressed.get("/dashboards").header("ETag").orElseThrow();
    assertThat(tag).endsWith("-gzip\"");

    var again = compressed.with("If-None-Match", tag).get("/dashboards").expect(304);
    var oneOfSeveral =
        compressed.with("If-None-Match", "\"x\", W/" + tag).get("/dashboards").expect(304);

    assertThat(again.header("ETag")).contains(tag);
    assertThat(oneOfSeveral.header("ETag")).contains(tag);
  }

  @Test
  void listIsPagedWhenAsked() {
    List<String> ids = List.of(create("a"), create("b"), create("c"));

    assertThat(ids(server.admin().get("/dashboards?page=2&perpage=2").json()))
        .containsExactly(ids.get(2));
    assertThat(ids(server.admin().get("/dashboards?page=9&perpage=2").json())).isEmpty();
    var wrong = server.admin().get("/dashboards?page=0&perpage=5000");
    wrong.expectProblem(400, "request.invalid");
    assertThat(wrong.wrongFields()).containsExactly("page", "perpage");
  }

  @Test
  void missingDashboardIsNotFoundInTheSameWordsAsAMalformedId() {
    String missing =
        server.admin().get("/dashboards/999").expectProblem(404, "dashboard.not-found").text();
    String malformed = server.admin().get("/dashboards/9x9").expect(404).text();

    assertThat(missing).isEqualTo(malformed);
  }

  @Test
  void annotationsAreThoseOfTheTimeThatIsShown() {
    JsonNode made = server.admin().post("/dashboards", "{\"name\": \"Noted\"}").expect(201).json();
    for (String time : List.of("1735689600000", "1767225600000")) {
      String body =
          "{\"dashboardUID\": \"%s\", \"time\": %s, \"text\": \"at %s\"}"
              .formatted(made.path("uid").asString(), time, time);
      server.admin().post("/api/annotations", body).expect(200);
    }
    String path = "/dashboards/" + made.path("id").asString() + "/annotations";

    assertThat(server.admin().get(path).expect(200).json()).hasSize(2);
    JsonNode late = server.admin().get(path + "?from=2025-06-01&to=2026-06-01").expect(200).json();
    assertThat(late).hasSize(1);
    assertThat(late.get(0).path("text").asString()).isEqualTo("at 1767225600000");
    server.admin().get(path + "?from=yesterday").expectProblem(400, "request.invalid");
  }

  @Test
  void deletedDashboardIsGone() {
    String id = create("Short-lived");

    server.admin().delete("/dashboards/" + id).expect(204);

    server.admin().get("/dashboards/" + id).expect(404);
    assertThat(ids(server.admin().get("/dashboards").json())).isEmpty();
  }

  @Test
  void deletingWhatOthersChangedMeanwhileIsRefused() {
    String id = create("Shared work");

    server
        .admin()
        .with("If-Match", "\"99\"")
        .delete("/dashboards/" + id)
        .expectProblem(412, "version.stale");

    server.admin().get("/dashboards/" + id).expect(200);
  }

  @Test
  void badStoredRowIsOurFaultAndNotTheCallers() {
    String id = create("Broken");
    server
        .part(Database.class)
        .write(handle ->
            handle.execute(
                "UPDATE dashboard SET tiles = '[{\"no\": \"tile\"}]' WHERE id = ?",
                Long.parseLong(id)));

    var answer = server.admin().get("/dashboards/" + id).expectProblem(500, "server.error");

    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "code", "incident");
  }

  private String create(String name) {
    return server
        .admin()
        .post("/dashboards", "{\"name\": \"" + name + "\"}")
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.path("dashboards").spliterator(), false)
        .map(dashboard -> dashboard.path("id").asString())
        .toList();
  }
}
