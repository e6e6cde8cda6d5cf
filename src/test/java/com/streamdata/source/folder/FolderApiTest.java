package com.streamdata.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Watched folders over HTTP. */
class FolderApiTest {
  private static final Duration STEP = Duration.ofSeconds(6);

  @TempDir private Path data;
  @TempDir private Path outside;
  @TempDir private Path watched;

  @SuppressWarnings("NullAway.Init")
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(watched.resolve("inbox"));
    server = TestServer.startIn(data, settings());
  }

  private Map<String, String> settings() {
    return Map.of("STREAMDATA_WATCHED_FOLDER", watched.toString());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void newFilesAreAddedWhenTheyAreLeftAloneAndNeverTwice() throws IOException {
    write("a.csv", "city,v\nRome,1\nOslo,2\n");
    write("note.txt", "not meant");
    String id = create("{\"folder\": \"inbox\", \"pattern\": \"*.csv\", \"refresh_seconds\": 5");
    step(id);
    assertThat(rows(id)).isEqualTo(2);

    write("b.csv", "city,v,w\nBonn,3,0.5\n");
    server.admin().post("/sources/" + id + "/refresh").expect(200);
    assertThat(rows(id)).isEqualTo(2);
    step(id);
    step(id);
    assertThat(rows(id)).isEqualTo(3);

    server.stop();
    server = TestServer.startIn(data, settings());
    step(id);
    assertThat(rows(id)).isEqualTo(3);
  }

  @Test
  void aBadFileIsToldOnceAndDoesNotStopTheOthers() throws IOException {
    write("1.csv", "v\n1\n");
    String id = create("{\"folder\": \"inbox\", \"refresh_seconds\": 5");
    step(id);
    write("2.parquet", "PAR1 but no more");
    write("3.json", "[{\"v\": \"text\"}]");
    write("4.xlsx", "PK\3\4 but no more");
    write("5.csv", "v\n5\n");

    step(id);
    step(id);
    step(id);

    assertThat(rows(id)).isEqualTo(2);
    String runs = server.admin().get("/sources/" + id + "/runs").text();
    for (String bad : new String[] {"2.parquet: ", "3.json: None", "4.xlsx: "}) {
      assertThat(runs).containsOnlyOnce(bad);
    }
  }

  @Test
  void theNewestFileReplacesTheRows() throws IOException {
    write("old.csv", "v\n1\n2\n3\n");
    write("new.csv", "v\n9\n");
    Path old = watched.resolve("inbox/old.csv");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
    String id = create("{\"folder\": \"inbox\", \"mode\": \"replace\", \"refresh_seconds\": 5");
    step(id);
    assertThat(server.admin().get("/sources/" + id + "/rows").text()).contains("[{\"v\":9}]");

    write("worst.csv", "");
    step(id);

    assertThat(server.admin().get("/sources/" + id + "/rows").text()).contains("[{\"v\":9}]");
  }

  @Test
  void nothingOutsideIsRead() throws IOException {
    Files.writeString(outside.resolve("secret.csv"), "secret\n1\n");
    Files.createSymbolicLink(watched.resolve("inbox/link.csv"), outside.resolve("secret.csv"));
    Files.createSymbolicLink(watched.resolve("way-out"), outside);

    assertThat(trial("{\"folder\": \"inbox\"").path("row_count").asLong()).isZero();
    assertThat(stage("{\"folder\": \"way-out\"")).isEqualTo("name");
    assertThat(stage("{\"folder\": \"nowhere\"")).isEqualTo("name");
    Files.createSymbolicLink(watched.resolve("ours"), data.resolve("rows"));
    assertThat(stage("{\"folder\": \"ours\"")).isEqualTo("name");
  }

  @Test
  void withoutTheSettingNoFolderIsWatched(@TempDir Path other) {
    try (TestServer strict = TestServer.startIn(other, Map.of())) {
      JsonNode answer =
          strict
              .admin()
              .post("/sources/test", "{\"name\": \"F\", \"kind\": \"folder\"}")
              .expect(200)
              .json();

      assertThat(answer.path("failure").path("stage").asString()).isEqualTo("refused");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"folder\": \"..\"",
        "{\"folder\": \"/etc\"",
        "{\"folder\": \"inbox/../..\"",
        "{\"folder\": \"\"",
        "{\"folder\": \"a\\u0000b\"",
        "{\"pattern\": \"../*\"",
        "{\"pattern\": \"*a*a*a*a*a*a*\"",
        "{\"mode\": \"delete\"",
        "{\"refresh_seconds\": 1"
      })
  void strangeSettingsAreRefused(String settings) {
    server
        .admin()
        .post("/sources/test", settings + ", \"name\": \"F\", \"kind\": \"folder\"}")
        .expectProblem(400, "request.invalid");
  }

  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(watched.resolve("inbox").resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(server.clock().instant()));
  }

  private JsonNode trial(String settings) {
    return server
        .admin()
        .post("/sources/test", settings + ", \"name\": \"F\", \"kind\": \"folder\"}")
        .expect(200)
        .json();
  }

  private String stage(String settings) {
    return trial(settings).path("failure").path("stage").asString();
  }

  private String create(String settings) {
    String dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    return server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/sources",
            settings + ", \"name\": \"F\", \"kind\": \"folder\"}")
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  /** Moves the clock by a step, and waits until the folder was looked at. */
  private void step(String id) {
    server.clock().advance(STEP);
    Instant now = server.clock().instant();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            !Instant.parse(
                    server
                        .admin()
                        .get("/sources/" + id)
                        .json()
                        .path("refresh")
                        .path("refreshed_at")
                        .asString("1970-01-01T00:00:00Z"))
                .isBefore(now));
  }

  private long rows(String id) {
    return server.admin().get("/sources/" + id).json().path("row_count").asLong();
  }
}
