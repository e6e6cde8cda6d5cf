package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.Shell;
import com.streamdata.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published page's own examples, run as people would run them. */
class ExamplesTest {
  @Test
  void publishedExamplesGiveTheDocumentedBodies() throws Exception {
    try (TestServer server = TestServer.start()) {
      String output =
          Shell.run(
              Map.of("STREAMDATA_API_KEY", TestServer.ADMIN_KEY),
              "examples/grafana-shared-dashboards.sh",
              server.url());

      assertThat(output).endsWith("All answers are as documented.\n");
    }
  }
}
