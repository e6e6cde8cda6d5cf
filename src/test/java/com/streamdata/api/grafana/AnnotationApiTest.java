package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Annotations of dashboards (observed behaviour, 5.3). */
class AnnotationApiTest extends ApiContract {
  private static TestClient admin() {
    return server().admin();
  }

  private static long annotate(String dashboard, String more) {
    return admin()
        .post(
            "/api/annotations",
            "{\"dashboardUID\": \"" + dashboard + "\", \"text\": \"release\"" + more + "}")
        .expect(200)
        .json()
        .path("id")
        .asLong();
  }

  private static List<Long> find(String query) {
    return admin()
        .get("/api/annotations?" + query)
        .expect(200)
        .json()
        .valueStream()
        .map(each -> each.path("id").asLong())
        .toList();
  }

  @Test
  void annotationIsMadeReadChangedAndDeleted() {
    String dashboard = dashboard("Noted");
    TestAnswer made =
        admin()
            .post(
                "/api/annotations",
                "{\"dashboardUID\": \"%s\", \"panelId\": 4, \"time\": 1000, \"timeEnd\": 2000, \"text\": \"release 8\", \"tags\": [\"deploy\"]}"
                    .formatted(dashboard))
            .expect(200);
    long id = made.json().path("id").asLong();

    JsonNode read = admin().get("/api/annotations/" + id).expect(200).json();
    assertThat(made.text()).isEqualTo("{\"message\":\"Annotation added\",\"id\":" + id + "}");
    assertThat(read.path("dashboardUID").asString()).isEqualTo(dashboard);
    assertThat(read.path("panelId").asLong()).isEqualTo(4);
    assertThat(read.path("timeEnd").asLong()).isEqualTo(2000);
    assertThat(read.path("tags").toString()).isEqualTo("[\"deploy\"]");
    assertThat(read.path("login").asString()).isEqualTo("owner@email.com");
    assertThat(admin().patch("/api/annotations/" + id, "{\"text\": \"9\"}").expect(200).text())
        .isEqualTo("{\"message\":\"Annotation patched\"}");
    assertThat(admin().get("/api/annotations/" + id).json().path("tags").size()).isEqualTo(1);
    assertThat(
            admin()
                .put("/api/annotations/" + id, "{\"text\": \"10\", \"time\": 5000}")
                .expect(200)
                .text())
        .isEqualTo("{\"message\":\"Annotation updated\"}");
    JsonNode replaced = admin().get("/api/annotations/" + id).expect(200).json();
    assertThat(replaced.path("tags").size()).isZero();
    assertThat(replaced.path("timeEnd").asLong()).isEqualTo(5000);
    assertThat(admin().delete("/api/annotations/" + id).expect(200).text())
        .isEqualTo("{\"message\":\"Annotation deleted\"}");
    assertThat(admin().get("/api/annotations/" + id).expect(404).text())
        .isEqualTo("{\"message\":\"Annotation not found\"}");
  }

  @Test
  void annotationWithoutTimeIsOfNow() {
    String dashboard = dashboard("Now");

    long id = annotate(dashboard, "");

    assertThat(admin().get("/api/annotations/" + id).json().path("time").asLong())
        .isCloseTo(
            server().clock().instant().toEpochMilli(),
            org.assertj.core.data.Offset.offset(60_000L));
  }

  @Test
  void listIsFilteredAsAsked() {
    String dashboard = dashboard("Many");
    long first = annotate(dashboard, ", \"time\": 1000, \"tags\": [\"a\", \"b\"], \"panelId\": 1");
    long second = annotate(dashboard, ", \"time\": 2000, \"timeEnd\": 9000, \"tags\": [\"b\"]");
    annotate(dashboard("Other"), ", \"time\": 1000");
    String of = "dashboardUID=" + dashboard;

    assertThat(find(of)).containsExactly(second, first);
    assertThat(find(of + "&from=500&to=1500")).containsExactly(first);
    assertThat(find(of + "&from=5000&to=6000")).containsExactly(second);
    assertThat(find(of + "&tags=a&tags=b")).containsExactly(first);
    assertThat(find(of + "&tags=a&tags=b&matchAny=true")).containsExactly(second, first);
    assertThat(find(of + "&panelId=1")).containsExactly(first);
    assertThat(find(of + "&limit=1")).containsExactly(second);
    assertThat(find(of + "&type=alert")).isEmpty();
    assertThat(find(of + "&limit=x&from=y&to=z")).hasSize(2);
  }

  @Test
  void dashboardMustBeNamed() {
    admin().get("/api/annotations").expect(400);
    admin().post("/api/annotations", "{\"text\": \"x\"}").expect(400);
    assertThat(admin().get("/api/annotations?dashboardUID=nowhere").expect(404).text())
        .isEqualTo("{\"message\":\"Dashboard not found\",\"status\":\"not-found\"}");
    admin().post("/api/annotations", "{\"dashboardId\": 999999, \"text\": \"x\"}").expect(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\": \"\"",
        "\"text\": 7",
        "\"text\": \"x\", \"time\": -1",
        "\"text\": \"x\", \"time\": 1.5",
        "\"text\": \"x\", \"time\": 99999999999999999",
        "\"text\": \"x\", \"tags\": \"a\"",
        "\"text\": \"x\", \"panelId\": {}"
      })
  void wrongAnnotationsAreRefused(String members) {
    String dashboard = dashboard("Wrong");

    TestAnswer refused =
        admin()
            .post("/api/annotations", "{\"dashboardUID\": \"" + dashboard + "\", " + members + "}");

    refused.expect(400);
    assertThat(refused.json().path("message").asString()).isNotEmpty();
    admin().get("/api/annotations/x").expect(400);
  }

  @Test
  void whoMayOnlyReadWritesNone() {
    String dashboard = dashboard("Guarded");
    long id = annotate(dashboard, "");
    String key =
        admin()
            .post(
                "/keys",
                "{\"name\": \"k\", \"permissions\": [{\"action\": \"annotations:read\", \"scope\": \"dashboards:uid:"
                    + dashboard
                    + "\"}]}")
            .expect(201)
            .json()
            .path("key")
            .asString();
    TestClient reader = server().as(key);

    reader.get("/api/annotations/" + id).expect(200);
    reader.get("/api/annotations?dashboardUID=" + dashboard).expect(200);
    Refusal.expectDenied(reader.delete("/api/annotations/" + id), "annotations:delete");
    Refusal.expectDenied(
        reader.post(
            "/api/annotations", "{\"dashboardUID\": \"" + dashboard + "\", \"text\": \"x\"}"),
        "annotations:create");
    server().anonymous().get("/api/annotations?dashboardUID=" + dashboard).expect(401);
  }
}
