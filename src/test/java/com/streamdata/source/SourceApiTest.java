package com.streamdata.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Datasets;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Push sources and their rows over HTTP. */
class SourceApiTest {
  @TempDir private Path folder;
  private TestServer server;
  private String dashboard = "";

  @BeforeEach
  void start() {
    server = TestServer.startIn(folder, Map.of());
    dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aSourceIsMadeShownChangedAndDeleted() {
    TestAnswer created =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                """
                {"name": "Sensors", "kind": "push", "keep": {"rows": 1000},
                 "columns": [{"name": "at", "type": "timestamp"}, {"name": "v", "type": "number"}]}
                """)
            .expect(201);
    String id = created.json().path("id").asString();

    assertThat(created.header("Location")).hasValue("/sources/" + id);
    assertThat(created.json().toString())
        .startsWith(
            """
            {"id":"%s","name":"Sensors","kind":"push",\
            "columns":[{"name":"at","type":"timestamp"},{"name":"v","type":"number"}],\
            "row_count":0,"version":0,"keep":{"rows":1000},"created":"\
            """
                .formatted(id));
    JsonNode changed =
        server
            .admin()
            .patch("/sources/" + id, "{\"name\": \"Probes\", \"keep\": null}")
            .expect(200)
            .json();
    assertThat(changed.path("name").asString()).isEqualTo("Probes");
    assertThat(changed.has("keep")).isFalse();
    server.admin().delete("/sources/" + id).expect(204);
    server.admin().get("/sources/" + id).expectProblem(404, "source.not-found");
    assertThat(server.part(Datasets.class).find(SourceId.of(id))).isEmpty();
  }

  @Test
  void whatIsWrongWithADefinitionIsAllNamed() {
    TestAnswer answer =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                """
                {"name": "", "kind": "floppy", "keep": {"rows": 0},
                 "columns": [{"name": "a", "type": "float"}]}
                """)
            .expect(400);

    assertThat(answer.wrongFields()).contains("kind", "keep.rows", "columns[0].type");
    assertThat(answer.text()).contains("push, file");
    TestAnswer twice =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                """
                {"name": "x", "kind": "push",
                 "columns": [{"name": "a", "type": "text"}, {"name": "A", "type": "text"},
                             {"name": "__row", "type": "text"}]}
                """)
            .expect(400);
    assertThat(twice.wrongFields()).containsExactly("columns[1].name", "columns[2].name");
  }

  @Test
  void pushedRowsAreThereAtOnceAndAfterARestart() {
    String id = source("");

    push(id, "application/json", "[{\"v\": 9223372036854775807, \"t\": \"a\"}]").expect(200);
    push(id, "application/x-ndjson; charset=utf-8", "{\"v\": 2, \"ok\": true}\n{}\n").expect(200);
    TestAnswer last = push(id, "text/csv", "t,v\nb,3\n").expect(200);

    assertThat(last.json().toString()).isEqualTo("{\"accepted\":1}");
    String rows =
        """
        {"columns":[{"name":"v","type":"number"},{"name":"t","type":"text"},\
        {"name":"ok","type":"boolean"}],\
        "rows":[{"v":9223372036854775807,"t":"a","ok":null},{"v":2,"t":null,"ok":true},\
        {"v":null,"t":null,"ok":null},{"v":3,"t":"b","ok":null}],"row_count":4}\
        """;
    assertThat(rowsOf(id, "")).isEqualTo(rows);
    assertThat(rowsOf(id, "?limit=1&offset=3"))
        .contains("\"rows\":[{\"v\":3,\"t\":\"b\",\"ok\":null}]");
    server.stop();
    server = TestServer.startIn(folder, Map.of());
    assertThat(rowsOf(id, "")).isEqualTo(rows);
  }

  @Test
  void aRefusedPushNamesRowAndColumnAndKeepsNothing() {
    String id = source(", \"columns\": [{\"name\": \"v\", \"type\": \"integer\"}]");

    TestAnswer answer =
        push(id, "application/json", "[{\"v\": 1}, {\"v\": \"x\"}]")
            .expectProblem(400, "rows.refused");

    assertThat(answer.json().path("errors").toString())
        .isEqualTo(
            "[{\"line\":2,\"column\":\"v\",\"message\":\"is text, but the column is integer\"}]");
    assertThat(rowsOf(id, "")).contains("\"rows\":[],\"row_count\":0");
  }

  @Test
  void aBodyMayBePacked() throws IOException {
    String id = source("");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write("[{\"v\": 1}]".getBytes(StandardCharsets.UTF_8));
    }

    server
        .admin()
        .with("Content-Encoding", "gzip")
        .post("/sources/" + id + "/rows", "application/json", packed.toByteArray())
        .expect(200);

    server
        .admin()
        .with("Content-Encoding", "gzip")
        .post("/sources/" + id + "/rows", "[{\"v\": 1}]")
        .expectProblem(400, "rows.malformed");
    server
        .admin()
        .with("Content-Encoding", "br")
        .post("/sources/" + id + "/rows", "[{\"v\": 1}]")
        .expect(415);
    push(id, "application/xml", "<v/>").expectProblem(415, "request.unsupported-type");
    assertThat(rowsOf(id, "")).endsWith("\"row_count\":1}");
  }

  @Test
  void onlyTheNewestRowsAreKept() {
    String id = source(", \"keep\": {\"rows\": 2, \"days\": 7}");

    push(id, "text/csv", "v\n1\n2\n3\n").expect(200);

    assertThat(rowsOf(id, "")).contains("\"rows\":[{\"v\":2},{\"v\":3}],\"row_count\":2");
    server.clock().advance(Duration.ofDays(8));
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(rowsOf(id, "")).endsWith("\"row_count\":0}"));
  }

  @Test
  void whoMayNotSeeASourceHearsThatThereIsNone() {
    String id = source("");

    server.anonymous().get("/sources/" + id).expect(401);
    server.anonymous().post("/sources/" + id + "/rows", "[]").expect(401);
    server.admin().get("/sources/99").expectProblem(404, "source.not-found");
    server.admin().post("/sources/99/rows", "[]").expectProblem(404, "source.not-found");
  }

  @Test
  void aViewerReadsRowsButPushesNone() {
    String id = source("");
    String key =
        server
            .admin()
            .post("/keys", "{\"name\": \"reader\", \"role\": \"viewer\"}")
            .json()
            .path("key")
            .asString();

    server.as(key).get("/sources/" + id + "/rows").expect(200);
    server.as(key).post("/sources/" + id + "/rows", "[{\"v\": 1}]").expect(403);
    server.as(key).delete("/sources/" + id).expect(403);
    server
        .as(key)
        .post("/dashboards/" + dashboard + "/sources", "{\"name\": \"x\", \"kind\": \"push\"}")
        .expect(403);
  }

  @Test
  void deletingADashboardDropsTheRowsOfItsSources() throws IOException {
    String id = source("");
    push(id, "application/json", "[{\"v\": 1}]").expect(200);

    server.admin().delete("/dashboards/" + dashboard).expect(204);

    server.stop();
    server = TestServer.startIn(folder, Map.of());
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> assertThat(server.part(Datasets.class).find(SourceId.of(id))).isEmpty());
    assertThat(Files.exists(folder.resolve("rows/rows.duckdb"))).isTrue();
  }

  private String source(String more) {
    return server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/sources",
            "{\"name\": \"Sensors\", \"kind\": \"push\"" + more + "}")
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private TestAnswer push(String id, String type, String body) {
    return server
        .admin()
        .post("/sources/" + id + "/rows", type, body.getBytes(StandardCharsets.UTF_8));
  }

  private String rowsOf(String id, String query) {
    return server.admin().get("/sources/" + id + "/rows" + query).expect(200).text();
  }
}
