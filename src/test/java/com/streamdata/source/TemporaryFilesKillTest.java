package com.streamdata.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.ChildServer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while an answer comes: its files go at the next start. */
class TemporaryFilesKillTest {
  @TempDir private Path data;
  @TempDir private Path machine;

  @Test
  void filesOfAKilledServerGoAtTheNextStart() throws Exception {
    Map<String, String> settings =
        Map.of(
            "STREAMDATA_ALLOWED_NETWORKS",
            "127.0.0.0/8",
            "JAVA_TOOL_OPTIONS",
            "-Djava.io.tmpdir=" + machine);
    try (TestEndpoint api = TestEndpoint.http()) {
      api.on("/rows", (_, out) -> beginWithoutEnd(api, out));
      try (ChildServer server = ChildServer.startIn(data, settings)) {
        create(server.admin(), api);
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> files().stream().anyMatch(name -> name.startsWith("answer-")));
        server.kill();
      }
      List<String> left = files();
      assertThat(left).anyMatch(name -> name.startsWith("rows-"));

      api.json("/rows", "[]");
      try (ChildServer server = ChildServer.startIn(data, settings)) {
        assertThat(files()).doesNotContainAnyElementsOf(left);
        assertThat(server.admin().get("/dashboards").status()).isEqualTo(200);
      }
    }
    assertThat(names(machine)).as("elsewhere on the machine").isEmpty();
  }

  private static void beginWithoutEnd(TestEndpoint api, OutputStream out) throws IOException {
    TestEndpoint.head(200, Map.of("Content-Type", "application/json"), out);
    out.write(("\r\n[" + "{\"a\": 1},".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
    out.flush();
    api.await();
  }

  private static void create(TestClient admin, TestEndpoint api) {
    String dashboard = admin.post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    admin
        .post(
            "/dashboards/" + dashboard + "/sources",
            "{\"name\": \"S\", \"kind\": \"rest\", \"url\": \"%s\"}".formatted(api.url("/rows")))
        .expect(201);
  }

  private List<String> files() {
    return names(data.resolve("tmp"));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
