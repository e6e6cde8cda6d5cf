package com.streamdata.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who changed what of a dashboard. */
class HistoryApiTest extends ApiContract {
  @Test
  void changesTellWhoDidWhatAndHowItWas() {
    TestClient owner = server().admin();
    String id = made(owner, "/dashboards", "{\"name\": \"First\"}");
    owner.patch("/dashboards/" + id, "{\"name\": \"Second\"}").expect(200);

    JsonNode newest = changes(owner, id).path(0);

    assertThat(newest.path("who").asString()).isEqualTo("owner@email.com, key First key");
    assertThat(newest.path("what").asString()).isEqualTo("dashboard.changed");
    assertThat(newest.path("was").toString()).isEqualTo("{\"name\":\"First\"}");
    owner.patch("/dashboards/" + id, newest.path("was").toString()).expect(200);
    assertThat(owner.get("/dashboards/" + id).json().path("name").asString()).isEqualTo("First");
  }

  @Test
  void visualizationComesBackAsItWas() {
    TestClient owner = server().admin();
    String id = made(owner, "/dashboards", "{\"name\": \"Mine\"}");
    String source =
        made(owner, "/dashboards/" + id + "/sources", "{\"name\": \"s\", \"kind\": \"push\"}");
    owner.post("/sources/" + source + "/rows", "[{\"city\": \"Oslo\", \"n\": 1}]").expect(200);
    String table =
        made(
            owner,
            "/dashboards/" + id + "/visualizations",
            "{\"type\": \"table\", \"title\": \"Rows\", \"query\": {\"source\": \"%s\", \"columns\": [\"n\"]}}"
                .formatted(source));
    String before = owner.get("/visualizations/" + table).json().path("query").toString();
    owner
        .patch(
            "/visualizations/" + table,
            "{\"title\": \"Cities\", \"query\": {\"source\": \"%s\", \"columns\": [\"city\"]}}"
                .formatted(source))
        .expect(200);

    JsonNode newest = changes(owner, id).path(0);

    assertThat(newest.path("visualization").asString()).isEqualTo(table);
    JsonNode after =
        owner.patch("/visualizations/" + table, newest.path("was").toString()).expect(200).json();
    assertThat(after.path("title").asString()).isEqualTo("Rows");
    assertThat(after.path("query").toString()).isEqualTo(before);
  }

  private static JsonNode changes(TestClient client, String dashboard) {
    return client.get("/dashboards/" + dashboard + "/changes").expect(200).json().path("changes");
  }

  private static String made(TestClient client, String path, String body) {
    return client.post(path, body).expect(201).json().path("id").asString();
  }
}
