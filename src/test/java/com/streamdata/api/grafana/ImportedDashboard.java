package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Dashboards in Grafana's JSON, to be saved and read back. */
abstract class ImportedDashboard extends ApiContract {
  static final String SQL = "SELECT at AS time, sum(n) AS n FROM flights GROUP BY 1";

  static TestClient admin() {
    return server().admin();
  }

  static TestAnswer save(String dashboard, String more) {
    return admin().post("/api/dashboards/db", "{\"dashboard\": " + dashboard + more + "}");
  }

  static TestAnswer save(String dashboard) {
    return save(dashboard, "");
  }

  static JsonNode read(String uid) {
    return admin().get("/api/dashboards/uid/" + uid).expect(200).json();
  }

  /** Our own view of a dashboard that was saved. */
  static JsonNode ours(TestAnswer saved) {
    return admin()
        .get("/dashboards/" + saved.expect(200).json().path("id").asLong())
        .expect(200)
        .json();
  }

  /** A source called flights on a dashboard of its own; its id. */
  static String source() {
    String dashboard =
        admin()
            .post("/dashboards", "{\"name\": \"Data\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    String source =
        admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"flights\", \"kind\": \"push\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    admin()
        .post(
            "/sources/" + source + "/rows",
            "text/csv",
            "at,city,n\n2026-01-01T00:00:00Z,Oslo,1\n".getBytes(StandardCharsets.UTF_8))
        .expect(200);
    return source;
  }

  static String panel(long id, String type, String source, String more) {
    return """
    {"id": %d, "type": "%s", "title": "P%d", "gridPos": {"x": 0, "y": %d, "w": 12, "h": 8},
     "datasource": {"type": "streamdata", "uid": "source-%s"},
     "targets": [{"refId": "A", "rawSql": "%s", "format": "time_series"}]%s}
    """
        .formatted(id, type, id, id * 8, source, SQL, more);
  }

  static String with(String... panels) {
    return "{\"title\": \"Imported\", \"panels\": [" + String.join(",", panels) + "]}";
  }

  static String note(JsonNode ours) {
    assertThat(ours.path("notes").size()).as(ours.toString()).isEqualTo(1);
    JsonNode note = ours.path("notes").path(0);
    return (note.path("text").asString() + " " + note.path("detail").asString("")).strip();
  }

  static JsonNode ours(TestAnswer read, String uid) {
    assertThat(read.json().path("dashboard").path("uid").asString()).isEqualTo(uid);
    long id = read.json().path("dashboard").path("id").asLong();
    return admin().get("/dashboards/" + id).expect(200).json();
  }
}
