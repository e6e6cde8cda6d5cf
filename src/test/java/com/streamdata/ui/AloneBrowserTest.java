package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One visualization, large in a window of its own. */
class AloneBrowserTest {
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
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void titleOpensItLargeAndLeadsBack(ColorScheme scheme, int width) {
    SampleDashboard sample = sample("Power");
    String bars = sample.visualizations().getFirst();
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = owner.signIn(server, sample.page());

      Page window = page.waitForPopup(() -> link(page, "Bars").click());

      assertThat(window).hasURL(server.url() + sample.page() + "/visualizations/" + bars);
      assertThat(window.locator("visualization-card canvas")).hasCount(1);
      assertThat(window.getByRole(AriaRole.HEADING, named("Bars"))).isVisible();
      assertThat(window).hasTitle("Bars · StreamData");
      assertThat(window.locator("visualization-card").boundingBox().height).isGreaterThan(500);
      assertThat(page.locator("visualization-card canvas")).hasCount(2);
      owner.expectFitsTheWidth();
      link(window, "Whole dashboard: Power").click();
      assertThat(window.locator("visualization-card canvas")).hasCount(2);
    }
  }

  @Test
  void chartAndSignOpenItToo() {
    SampleDashboard sample = sample("Clicked");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      Locator chart = page.locator("chart-canvas").last();
      assertThat(chart.locator("canvas")).isVisible();

      Page byChart = page.waitForPopup(chart::click);
      Page byKey =
          page.waitForPopup(() -> link(page, "Open Pie in a window of its own").press("Enter"));

      assertThat(byChart.getByRole(AriaRole.HEADING, named("Pie"))).isVisible();
      assertThat(byKey).hasURL(byChart.url());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void addressAsksToSignInAndIsLive(ColorScheme scheme, int width) {
    SampleDashboard sample = sample("Kept");
    String address = sample.page() + "/visualizations/" + sample.visualizations().getFirst();
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = owner.signIn(server, address);
      assertThat(page.locator("visualization-card canvas")).hasCount(1);
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      sample.push("[{\"at\": \"2025-12-01T00:00:00Z\", \"kind\": \"sun\", \"amount\": 999}]");

      assertThat(page.getByRole(AriaRole.IMG)).hasAccessibleName(Pattern.compile(".*sun.*"));
    }
  }

  @Test
  void unknownIdIsSaidSo() {
    SampleDashboard sample = sample("Mistyped");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page() + "/visualizations/nonsense");

      assertThat(page.getByRole(AriaRole.ALERT)).hasText(noSuch());
      owner.expectAccessible();

      page.navigate(sample.share("{\"access\": \"view\"}") + "?visualization=0");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText(noSuch());
    }
  }

  @ParameterizedTest
  @CsvSource({"view", "edit"})
  void visitorsOpenItWithTheRightsOfTheirLink(String access) {
    SampleDashboard sample = sample("Shared to " + access);
    String link = sample.share("{\"access\": \"" + access + "\", \"password\": \"open sesame\"}");
    sample.allow("time_selection");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link + "?from=now-2y&to=now");
      page.getByLabel("Password").fill("open sesame");
      page.keyboard().press("Enter");

      Page window = page.waitForPopup(() -> link(page, "Bars").click());

      assertThat(window.locator("visualization-card canvas")).hasCount(1);
      assertThat(window).hasURL(Pattern.compile(".*\\?visualization=\\d+&from=now-2y&to=now$"));
      assertThat(window.getByText("Filter data")).hasCount(0);
      sample.revokeAll();
      window.reload();
      assertThat(window.getByText("There is no such link")).isVisible();
    }
  }

  private static SampleDashboard sample(String title) {
    return SampleDashboard.create(server, title)
        .with("barchart", "Bars", SampleDashboard.byKind())
        .with("piechart", "Pie", SampleDashboard.byKind());
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  private static String noSuch() {
    return "There is no such visualization on this dashboard.";
  }
}
