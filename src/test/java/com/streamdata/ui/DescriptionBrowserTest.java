package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that shows what the API can do. */
class DescriptionBrowserTest {
  private static TestServer server;
  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void operationsCanBeReadAndTried() {
    try (Visitor reader = browser.visitor()) {
      Page page = reader.page();

      page.navigate(server.url() + "/docs");
      page.locator("[data-path='/dashboards/{id}/share']").click();

      assertThat(page.getByText("Try it out")).isVisible();
      assertThat(page.getByText("StreamData REST API").first()).isVisible();
      assertThat(reader.complaints()).isEmpty();
    }
  }

  @Test
  void programsGetTheCommittedDescription() throws Exception {
    assertThat(server.anonymous().get("/openapi").expect(200).text())
        .isEqualTo(Files.readString(Path.of("docs/openapi.json")));
  }

  @Test
  void noOtherFileIsGivenOut() {
    server.anonymous().get("/docs/page.html").expectProblem(404, "request.not-found");
    server.anonymous().get("/docs/..%2fpage.html").expect(400);
  }
}
