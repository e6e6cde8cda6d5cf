package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on a shared page stays where it was drawn first, however late the rest comes. */
class LayoutShiftBrowserTest {
  /** See Layout Instability API, "The LayoutShift interface". */
  private static final String WATCH =
      """
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries()) {
          for (const { previousRect: from, currentRect: to } of sources) {
            window.shifts.push([from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height].join(' '));
          }
        }
      }).observe({type: 'layout-shift', buffered: true});
      """;

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

  @ParameterizedTest
  @CsvSource({"1280,view", "360,view", "1280,edit", "360,edit"})
  void nothingMovesWhileChartsAreDrawn(int width, String access) {
    SampleDashboard sample = SampleDashboard.create(server, "Steady").withAllTypes();
    String link = sample.share("{\"access\": \"" + access + "\"}");
    sample.allow("time_selection");
    try (Visitor visitor = browser.visitor(width, 900, ColorScheme.LIGHT)) {
      Page page = visitor.page();
      page.addInitScript(WATCH);

      page.navigate(link);

      expectSteady(page);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void nothingMovesOnTheOwnersPage(int width) {
    SampleDashboard sample = SampleDashboard.create(server, "Steady").withAllTypes();
    try (Visitor owner = browser.visitor(width, 900, ColorScheme.LIGHT)) {
      Page page = owner.signIn(server, "/app/");
      assertThat(page.locator("dashboard-list h1")).isVisible();
      page.addInitScript(WATCH);

      page.navigate(server.url() + sample.page());

      expectSteady(page);
    }
  }

  private static void expectSteady(Page page) {
    assertThat(page.locator("visualization-card canvas")).hasCount(5);
    assertThat(page.getByText("coal").first()).isAttached();
    page.evaluate("new Promise((seen) => requestAnimationFrame(() => setTimeout(seen, 300)))");
    assertThat(page.evaluate("window.shifts.join('; ')")).isEqualTo("");
  }
}
