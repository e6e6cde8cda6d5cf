package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.streamdata.testing.Shell;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README.md lets a newcomer type, typed into a new server with its demo. */
class ReadmeTest {
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void fiveMinutesLeadFromRowsToALink() throws Exception {
    try (TestServer server = TestServer.start(Map.of("STREAMDATA_DEMO", "true"))) {
      TestClient admin = server.admin();
      await().until(() -> admin.statusOf("/sources/4") == 200);

      String output = Shell.run(Map.of(), "-ec", commands(server));

      assertThat(output).contains("\"share_link\":\"" + server.url() + "/share/");
      assertThat(admin.get("/dashboards/5").json().path("name").asString()).isEqualTo("Coffee");
      assertThat(admin.get("/sources/5").json().path("row_count").asInt()).isEqualTo(3);
      assertThat(admin.get("/sources/6").json().path("row_count").asInt()).isEqualTo(10_000);
    }
  }

  private static String commands(TestServer server) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section =
        readme.substring(
            readme.indexOf("## Five minutes"), readme.indexOf("## Instead of Grafana"));
    return COMMANDS
        .matcher(section)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining("\n"))
        .replaceFirst("KEY=.*", "KEY=" + TestServer.ADMIN_KEY)
        .replaceFirst("API=.*", "API=" + server.url());
  }
}
