package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.streamdata.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published page's own examples, run as people would run them. */
class ExamplesTest {
  @Test
  void publishedExamplesGiveTheDocumentedBodies() throws Exception {
    if (!"true".equals(System.getenv("FORBID_SKIPPED_TESTS"))) {
      assumeTrue(runs("bash", "--version") && runs("curl", "--version"), "needs bash and curl");
    }

    try (TestServer server = TestServer.start()) {
      ProcessBuilder script =
          new ProcessBuilder("bash", "examples/grafana-shared-dashboards.sh", server.url());
      script.environment().put("STREAMDATA_API_KEY", TestServer.ADMIN_KEY);
      Process process = script.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).as(output).isZero();
      assertThat(output).endsWith("All answers are as documented.\n");
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
