package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Makes the README's pictures from the running demo; not part of the tests, see bin/screenshots.
 */
class Screenshots {
  private static final Path FOLDER = Path.of("docs/screenshots");
  private static final int PHONE = 390;
  private static final long MOST_BYTES = 300 * 1024;

  @Test
  void takeThem() throws Exception {
    Files.createDirectories(FOLDER);
    try (TestServer server = TestServer.start(Map.of("STREAMDATA_DEMO", "true"))) {
      String id =
          server.admin().get("/dashboards").json().path("dashboards").path(0).path("id").asString();
      String link =
          server
              .admin()
              .post("/dashboards/" + id + "/share", "{\"access\": \"view\"}")
              .expect(200)
              .json()
              .path("share_link")
              .asString();

      take(link, "share-light", 1280, 900, ColorScheme.LIGHT);
      take(link, "share-dark", 1280, 900, ColorScheme.DARK);
      take(link, "share-phone", PHONE, 844, ColorScheme.LIGHT);
    }
  }

  private static void take(String link, String name, int width, int height, ColorScheme scheme)
      throws Exception {
    try (Visitor visitor = TestBrowser.launch().visitor(width, height, scheme)) {
      Page page = visitor.page();
      page.navigate(link);
      assertThat(page.locator("visualization-card canvas").first()).isVisible();
      assertThat(page.locator("[aria-busy=true]")).hasCount(0);
      Path file = FOLDER.resolve(name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(width > PHONE));
      assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }
  }
}
