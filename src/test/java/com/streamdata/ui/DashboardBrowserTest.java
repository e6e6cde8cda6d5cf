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

/** What can be done with a whole dashboard in the web application. */
class DashboardBrowserTest {
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
  @CsvSource({"DARK, 1280", "LIGHT, 360"})
  void dataIsFilteredForEverybody(ColorScheme scheme, int width) {
    SampleDashboard sample = sample("Filtered");
    String link = sample.share("{\"access\": \"view\"}");
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = open(owner, sample);
      DashboardMenu.item(page, "Filter data").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByText("Add a filter").click();
      dialog.getByText("Apply").click();
      assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Fill in every filter");
      dialog.getByLabel("Column of filter 1").selectOption("kind");
      dialog.getByLabel("Comparison of filter 1").selectOption("eq");
      dialog.getByLabel("Value of filter 1", exactly()).fill("wind");
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      dialog.getByText("Apply").click();

      assertThat(dialog).not().isVisible();
      assertThat(chart(page)).hasAccessibleName(Pattern.compile(".*one point: wind.*"));
      try (Visitor visitor = browser.visitor()) {
        visitor.page().navigate(link);
        assertThat(chart(visitor.page())).hasAccessibleName(Pattern.compile(".*one point: wind.*"));
      }
    }
  }

  @Test
  void changeOfSomebodyElseAppearsByItself() {
    SampleDashboard sample = sample("Live");
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);

      sample.rename("Renamed elsewhere");

      assertThat(page.getByRole(AriaRole.HEADING, named("Renamed elsewhere"))).isVisible();
    }
  }

  @Test
  void autoRefreshIsChosenAndKeptInTheAddress() {
    SampleDashboard sample = sample("Refreshed");
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);

      page.getByLabel("Auto refresh").selectOption("5");
      assertThat(page).hasURL(Pattern.compile(".*refresh=5$"));
      sample.push("[{\"at\": \"2025-12-01T00:00:00Z\", \"kind\": \"sun\", \"amount\": 999}]");

      assertThat(chart(page)).hasAccessibleName(Pattern.compile(".*sun.*"));
    }
  }

  @Test
  void dashboardIsDeletedOnceItWasAsked() {
    SampleDashboard sample = sample("Short-lived");
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);
      DashboardMenu.item(page, "Delete").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      owner.expectAccessible();

      dialog.getByText("Keep it").click();
      assertThat(dialog).not().isVisible();
      DashboardMenu.item(page, "Delete").click();
      dialog.locator("button.primary.danger").click();

      assertThat(page.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
      assertThat(sample.owner().get("/dashboards/" + sample.id()).status()).isEqualTo(404);
    }
  }

  private static SampleDashboard sample(String title) {
    return SampleDashboard.create(server, title).with("barchart", "Bars", SampleDashboard.byKind());
  }

  private static Locator chart(Page page) {
    return page.locator("dashboard-view").getByRole(AriaRole.IMG);
  }

  private static Page open(Visitor owner, SampleDashboard sample) {
    Page page = owner.signIn(server, sample.page());
    assertThat(page.locator("visualization-card canvas")).hasCount(1);
    return page;
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
