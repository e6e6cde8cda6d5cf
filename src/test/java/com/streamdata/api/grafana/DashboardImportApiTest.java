package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Saving dashboards in Grafana's JSON, and reading them back word for word. */
class DashboardImportApiTest extends ImportedDashboard {
  @Test
  void answerTellsWhereItIs() {
    JsonNode saved = save("{\"title\": \"Plant A\", \"uid\": \"plant-answer\"}").expect(200).json();

    assertThat(saved.path("uid").asString()).isEqualTo("plant-answer");
    assertThat(saved.path("url").asString()).isEqualTo("/d/plant-answer/plant-a");
    assertThat(saved.path("slug").asString()).isEqualTo("plant-a");
    assertThat(saved.path("status").asString()).isEqualTo("success");
    assertThat(saved.path("version").asLong()).isEqualTo(1);
    assertThat(saved.path("id").isIntegralNumber()).isTrue();
    assertThat(saved.path("folderUid").asString()).isEmpty();
    admin().delete("/api/dashboards/uid/plant-answer").expect(200);
  }

  @Test
  void whatWasSentComesBackWordForWord() {
    String sent =
        """
        {"title":"Größe","custom":{"a":[1,2.50,1e3,null,true],"ß":"\\u0000 é"},"id":null,"panels":[{"type":"news","id":3,"x":"y"}],
         "refresh":"5s","tags":["b","a"],"schemaVersion":39}
        """;

    JsonNode saved = save(sent).expect(200).json();

    JsonNode back = read(saved.path("uid").asString()).path("dashboard");
    assertThat(back.path("id").asLong()).isEqualTo(saved.path("id").asLong());
    assertThat(back.path("version").asLong()).isEqualTo(1);
    assertThat(back.path("custom").toString()).contains("2.50").contains("\\u0000 é");
    assertThat(back.path("panels").toString())
        .isEqualTo("[{\"type\":\"news\",\"id\":3,\"x\":\"y\"}]");
    assertThat(back.path("tags").toString()).isEqualTo("[\"b\",\"a\"]");
    assertThat(back.propertyNames())
        .containsExactlyInAnyOrder(
            "title",
            "custom",
            "id",
            "panels",
            "refresh",
            "tags",
            "schemaVersion",
            "uid",
            "version");
  }

  @Test
  void savingAgainNeedsTheVersionOrOverwrite() {
    String uid = save("{\"title\": \"One\"}").expect(200).json().path("uid").asString();
    String two = "{\"title\": \"Two\", \"uid\": \"%s\"%s}";

    TestAnswer stale = save(two.formatted(uid, "")).expect(412);
    assertThat(stale.text())
        .isEqualTo(
            "{\"message\":\"The dashboard has been changed by someone else\",\"status\":\"version-mismatch\"}");
    assertThat(
            save(two.formatted(uid, ", \"version\": 1"))
                .expect(200)
                .json()
                .path("version")
                .asLong())
        .isEqualTo(2);
    save(two.formatted(uid, ", \"version\": 1")).expect(412);
    assertThat(
            save(two.formatted(uid, ""), ", \"overwrite\": true")
                .expect(200)
                .json()
                .path("version")
                .asLong())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title": " "}                     | 400 | Dashboard title cannot be empty
          {"title": 7}                       | 400 | Dashboard title cannot be empty
          {}                                 | 400 | Dashboard title cannot be empty
          []                                 | 400 | bad request data
          null                               | 400 | bad request data
          {"title": "x", "uid": "a b"}       | 400 | uid contains illegal characters
          {"title": "x", "uid": "12345678901234567890123456789012345678901"} | 400 | uid too long, max 40 characters
          {"title": "x", "id": 999999}       | 404 | Dashboard not found
          """)
  void wrongDashboardsAreRefused(String dashboard, int status, String message) {
    TestAnswer answer = save(dashboard).expect(status);

    assertThat(answer.json().path("message").asString()).isEqualTo(message);
  }

  @Test
  void tooMuchIsRefused() {
    TestAnswer title = save("{\"title\": \"" + "x".repeat(5001) + "\"}").expect(400);
    TestAnswer body = save("{\"title\": \"x\", \"a\": \"" + "x".repeat(1024 * 1024) + "\"}");
    TestAnswer deep =
        save("{\"title\": \"x\", \"a\": " + "[".repeat(2000) + "]".repeat(2000) + "}");

    assertThat(title.json().path("status").asString()).isEqualTo("title-too-long");
    body.expect(413);
    deep.expect(400);
    assertThat(save("{\"title\": \"" + "x".repeat(5000) + "\"}").status()).isEqualTo(200);
    assertThat(save("{\"title\": \"x\"}", ", \"folderUid\": \"nowhere\"").expect(404).text())
        .isEqualTo("{\"message\":\"Folder not found\"}");
  }

  @Test
  void uidOfAnotherDashboardIsRefused() {
    save("{\"title\": \"a\", \"uid\": \"taken\"}").expect(200);
    long other = save("{\"title\": \"b\"}").expect(200).json().path("id").asLong();

    TestAnswer answer =
        save(
                "{\"title\": \"b\", \"uid\": \"taken\", \"id\": " + other + "}",
                ", \"overwrite\": true")
            .expect(400);

    assertThat(answer.json().path("message").asString())
        .isEqualTo("A dashboard with the same uid already exists");
    admin().delete("/api/dashboards/uid/taken").expect(200);
  }

  @Test
  void parallelSavesOfOneUidMakeOneDashboard() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Integer> statuses = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> statuses.add(save("{\"title\": \"p\", \"uid\": \"parallel\"}").status())));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 400, 412);
    admin().delete("/api/dashboards/uid/parallel").expect(200);
  }

  @Test
  void deletedOneIsGone() {
    String uid = save("{\"title\": \"Short\"}").expect(200).json().path("uid").asString();

    JsonNode deleted = admin().delete("/api/dashboards/uid/" + uid).expect(200).json();

    assertThat(deleted.path("title").asString()).isEqualTo("Short");
    assertThat(deleted.path("message").asString()).isEqualTo("Dashboard Short deleted");
    assertThat(deleted.path("uid").asString()).isEqualTo(uid);
    assertThat(admin().get("/api/dashboards/uid/" + uid).expect(404).text())
        .isEqualTo("{\"message\":\"Dashboard not found\",\"status\":\"not-found\"}");
  }

  @Test
  void metaTellsWhatTheCallerMayDo() {
    String uid = save("{\"title\": \"Plant A\"}").expect(200).json().path("uid").asString();

    JsonNode meta = read(uid).path("meta");

    assertThat(meta.path("url").asString()).isEqualTo("/d/" + uid + "/plant-a");
    assertThat(meta.path("canSave").asBoolean()).isTrue();
    assertThat(meta.path("createdBy").asString()).isEqualTo("owner@email.com");
    assertThat(meta.path("version").asLong()).isEqualTo(1);
    assertThat(meta.has("publicDashboardEnabled")).isFalse();
    admin()
        .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
        .expect(200);
    assertThat(read(uid).path("meta").path("publicDashboardEnabled").asBoolean()).isTrue();
  }

  @Test
  void addressLeadsPeopleToTheApplication() {
    JsonNode saved = save("{\"title\": \"Linked\"}").expect(200).json();

    TestAnswer known = admin().get(saved.path("url").asString()).expect(302);
    TestAnswer unknown = server().anonymous().get(saved.path("url").asString()).expect(302);

    assertThat(known.header("Location").orElseThrow())
        .endsWith("app/dashboards/" + saved.path("id").asLong());
    assertThat(unknown.header("Location").orElseThrow()).endsWith("app/");
  }

  @Test
  void nothingIsKeptOfWhatIsRefused() {
    save("{\"title\": \"a\", \"uid\": \"refused\"}", ", \"folderUid\": \"nowhere\"").expect(404);
    admin().get("/api/dashboards/uid/refused").expect(404);
    String uid = save("{\"title\": \"kept\"}").expect(200).json().path("uid").asString();
    String other = "{\"title\": \"lost\", \"uid\": \"" + uid + "\"}";

    save(other).expect(412);
    save(other, ", \"overwrite\": true, \"folderUid\": \"nowhere\"").expect(404);

    JsonNode back = read(uid).path("dashboard");
    assertThat(back.path("title").asString()).isEqualTo("kept");
    assertThat(back.path("version").asLong()).isEqualTo(1);
  }
}
