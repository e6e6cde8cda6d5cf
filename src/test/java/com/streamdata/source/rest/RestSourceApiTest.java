package com.streamdata.source.rest;

import static com.streamdata.testing.TestEndpoint.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** REST sources over HTTP, from the first try to the history of their runs. */
class RestSourceApiTest {
  private static final String SECRET = "s3cret-t0ken-4711";
  private static TestServer server;

  private TestEndpoint endpoint;
  private String dashboard;

  @BeforeAll
  static void startServer() {
    server = TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.1, ::1"));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void start() {
    endpoint = TestEndpoint.http();
    dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void sourcesAreTriedBeforeTheyAreSaved() {
    endpoint.json("/", "{\"data\": {\"items\": [{\"city\": \"Bern\", \"at\": {\"lat\": 46.9}}]}}");

    JsonNode tried = trial("/", "");

    assertThat(tried.path("columns").toString())
        .isEqualTo(
            "[{\"name\":\"city\",\"type\":\"text\"},{\"name\":\"at.lat\",\"type\":\"number\"}]");
    assertThat(tried.path("rows").toString()).isEqualTo("[{\"city\":\"Bern\",\"at.lat\":46.9}]");
    assertThat(tried.path("row_count").asInt()).isEqualTo(1);
    assertThat(tried.has("failure")).isFalse();
  }

  @Test
  void triesTellWhereElseRowsMayBe() {
    endpoint.json(
        "/",
        """
        {"count": 3, "tags": ["x", "y"], "few": [{"a": 1}],
         "many": [{"b": 1, "parts": [{"c": 1}]}, {"b": 2}], "meta": {"t": [1, 2], "v": [3, 4]}}\
        """);
    endpoint.xml(
        "/xml",
        "<e xmlns:n='u'><n:c><n:c time='1'><n:c v='1'/><n:c v='2'/></n:c></n:c><t>a</t><t>b</t></e>");

    assertThat(paths(trial("/", "")))
        .containsExactly(
            "$.many", "$.few", "$.meta", "$.tags", "$.meta.t", "$.meta.v", "$", "$.many[*].parts");
    assertThat(paths(trial("/", ", \"rows\": \"$.nothing\""))).startsWith("$.many");
    assertThat(paths(trial("/", ", \"rows\": \"$.few\""))).isEmpty();
    assertThat(paths(trial("/xml", ""))).startsWith("/e/c/c/c", "/e/t");
    assertThat(trial("/", "").path("places").path(0).toString())
        .isEqualTo("{\"path\":\"$.many\",\"rows\":2,\"columns\":[\"b\",\"parts\"]}");
  }

  private static List<String> paths(JsonNode trial) {
    return trial.path("places").valueStream().map(place -> place.path("path").asString()).toList();
  }

  @Test
  void triesThatFailSayWhereAndWhatCameBack() {
    endpoint.on("/", answer(403, Map.of("Content-Type", "text/plain"), "No entry"));

    JsonNode failure = trial("/", "").path("failure");

    assertThat(failure.path("stage").asString()).isEqualTo("status");
    assertThat(failure.path("message").asString()).contains("403 Forbidden");
    assertThat(failure.path("answer").asString()).isEqualTo("No entry");
  }

  @Test
  void rowsComeAndAreReplaced() {
    endpoint.json("/", "[{\"a\": 1}, {\"a\": 2}]");
    String source = create("/", "");
    await().until(() -> rowCount(source) == 2);

    String before = table(source);
    JsonNode same = refresh(source);
    assertThat(table(source)).as("nothing is written for what is the same").isEqualTo(before);
    endpoint.json("/", "[{\"a\": 3}]");
    JsonNode changed = refresh(source);

    assertThat(same.path("state").asString()).isEqualTo("unchanged");
    assertThat(changed.path("state").asString()).isEqualTo("done");
    assertThat(changed.path("rows").asInt()).isEqualTo(1);
    assertThat(rows(source)).isEqualTo("[{\"a\":3}]");
  }

  @Test
  void whatTheServerCallsUnchangedWritesNothing() {
    endpoint.on(
        "/",
        (request, out) -> {
          boolean known = "\"1\"".equals(request.headers().get("If-None-Match"));
          Map<String, String> headers = Map.of("Content-Type", "application/json", "ETag", "\"1\"");
          TestEndpoint.answer(known ? 304 : 200, headers, known ? "" : "[{\"a\": 1}]")
              .write(request, out);
        });
    String source = create("/", "");
    await().until(() -> rowCount(source) == 1);

    String before = table(source);
    assertThat(refresh(source).path("state").asString()).isEqualTo("unchanged");

    assertThat(table(source)).isEqualTo(before);
  }

  /** The version of its rows, and which table they stand in. */
  private static String table(String source) {
    Datasets datasets = server.part(Datasets.class);
    long version = datasets.version(new SourceId(Long.parseLong(source)));
    String name = Dataset.tableName(new SourceId(Long.parseLong(source)));
    String sql = "SELECT table_oid FROM duckdb_tables() WHERE table_name = '" + name + "'";
    try {
      return datasets.read(connection -> {
        try (var statement = connection.createStatement();
            var result = statement.executeQuery(sql)) {
          result.next();
          return version + " " + result.getLong(1);
        }
      });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void newRowsAreAddedByTheirKey() {
    endpoint.json("/", "[{\"id\": 1, \"v\": \"a\"}, {\"id\": 2, \"v\": \"b\"}]");
    String source = create("/", ", \"mode\": \"append\", \"key\": \"id\"");
    await().until(() -> rowCount(source) == 2);

    endpoint.json("/", "[{\"id\": 2, \"v\": \"other\"}, {\"id\": 3, \"v\": \"c\"}]");
    JsonNode run = refresh(source);

    assertThat(run.path("rows").asInt()).isEqualTo(1);
    assertThat(rows(source))
        .isEqualTo("[{\"id\":1,\"v\":\"a\"},{\"id\":2,\"v\":\"b\"},{\"id\":3,\"v\":\"c\"}]");
  }

  @Test
  void xmlIsRefreshedToo() {
    endpoint.xml("/", "<feed><entry n='1'><t>x</t></entry><entry n='2'><t>y</t></entry></feed>");

    String source = create("/", ", \"rows\": \"/feed/entry\"");

    await().until(() -> rowCount(source) == 2);
    assertThat(rows(source)).isEqualTo("[{\"n\":1,\"t\":\"x\"},{\"n\":2,\"t\":\"y\"}]");
  }

  @Test
  void rowsStayWhileTheApiFails() {
    endpoint.json("/", "[{\"a\": 1}]");
    String source = create("/", "");
    await().until(() -> rowCount(source) == 1);

    endpoint.json("/", "[{\"a\":");
    JsonNode run = refresh(source);

    assertThat(run.path("state").asString()).isEqualTo("failed");
    assertThat(run.path("error").path("stage").asString()).isEqualTo("parse");
    assertThat(rows(source)).isEqualTo("[{\"a\":1}]");
    JsonNode view = server.admin().get("/sources/" + source).json();
    assertThat(view.path("refresh").path("state").asString()).isEqualTo("failing");
  }

  @Test
  void wrongSettingsAreNamed() {
    List<String> wrong =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                """
                {"name": "S", "kind": "rest", "url": "file:///etc/passwd",
                 "refresh_seconds": 1, "headers": {"Host": "x"}}\
                """)
            .expect(400)
            .wrongFields();

    assertThat(wrong).contains("headers.Host");
  }

  @Test
  void secretsAreSentAndNeverShown() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    endpoint.on(
        "/",
        (request, out) -> {
          String said = "You said " + request.target() + request.headers();
          answer(500, Map.of("Content-Type", "text/plain"), said).write(request, out);
        });
    String headers = ", \"headers\": {\"Authorization\": \"Bearer " + SECRET + "\"}";
    try {
      String source = create("/?api_key=" + SECRET, headers);
      refresh(source);
      trial("/?api_key=" + SECRET, headers);

      String seen =
          Stream.of("/sources/%s", "/sources/%s/runs", "/dashboards/" + dashboard)
              .map(path -> server.admin().get(path.formatted(source)).expect(200).text())
              .reduce("", String::concat);
      assertThat(endpoint.requests().getFirst().headers())
          .containsEntry("Authorization", "Bearer " + SECRET);
      assertThat(seen).contains("You said", "***").doesNotContain(SECRET);
      assertThat(trial("/?api_key=" + SECRET, headers).toString()).doesNotContain(SECRET);
      assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(SECRET));
      assertThat(filesWith(SECRET)).isEmpty();
    } finally {
      root.detachAppender(log);
    }
  }

  @Test
  void hiddenSecretsAreKeptByTriesAndChangesOnTheSameServer() {
    endpoint.json("/", "[{\"a\": 1}]");
    String source = create("/", ", \"headers\": {\"Authorization\": \"Bearer " + SECRET + "\"}");
    await().until(() -> rowCount(source) == 1);
    String hidden = ", \"headers\": {\"Authorization\": \"***\"}";

    trial("/", hidden + ", \"id\": \"" + source + "\"");
    server
        .admin()
        .post(
            "/sources/test",
            """
            {"name": "S", "kind": "rest", "url": "http://127.0.0.1:1/", "id": "%s",
             "headers": {"Authorization": "***"}}\
            """
                .formatted(source))
        .expect(400);

    assertThat(endpoint.requests().getLast().headers())
        .containsEntry("Authorization", "Bearer " + SECRET);
  }

  @Test
  void serversThatAreNotAllowedAreNotConnectedTo() {
    try (TestServer strict = TestServer.start()) {
      endpoint.json("/", "[{\"a\": 1}]");

      JsonNode tried =
          strict
              .admin()
              .post(
                  "/sources/test",
                  """
                  {"name": "S", "kind": "rest", "url": "%s"}\
                  """
                      .formatted(endpoint.url("/")))
              .expect(200)
              .json();

      assertThat(tried.path("failure").path("stage").asString()).isEqualTo("refused");
      assertThat(endpoint.connections()).isZero();
    }
  }

  private JsonNode trial(String path, String more) {
    return server.admin().post("/sources/test", body(path, more)).expect(200).json();
  }

  private String create(String path, String more) {
    return server
        .admin()
        .post("/dashboards/" + dashboard + "/sources", body(path, more))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private String body(String path, String more) {
    return "{\"name\": \"S\", \"kind\": \"rest\", \"url\": \"%s\"%s}"
        .formatted(endpoint.url(path), more);
  }

  private static JsonNode refresh(String source) {
    return server.admin().post("/sources/" + source + "/refresh").expect(200).json();
  }

  /** Less than nothing until the first run has ended. */
  private static int rowCount(String source) {
    JsonNode view = server.admin().get("/sources/" + source).json();
    boolean ended = !view.path("refresh").path("state").asString().equals("waiting");
    return ended ? view.path("row_count").asInt() : -1;
  }

  private static String rows(String source) {
    return server.admin().get("/sources/" + source + "/rows").json().path("rows").toString();
  }

  private static List<Path> filesWith(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(server.dataDir())) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, secret)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
    } catch (IOException _) {
      return false;
    }
  }
}
