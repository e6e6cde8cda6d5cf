package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong between people, or was not meant like this. */
class MishapBrowserTest {
  private TestServer server;
  private TestBrowser browser;

  @BeforeEach
  void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void dashboardThatWasRemovedStaysAwayOnTheNextPage() {
    SampleDashboard.create(server, "Gone");
    SampleDashboard.create(server, "Kept");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, "/app/");
      button(page, "Remove Gone").click();
      page.route(
          "**/dashboards/*",
          route -> {
            page.unroute("**/dashboards/*");
            route.abort();
          });

      page.reload();

      assertThat(page.locator("tbody a")).hasText(new String[] {"Kept"});
      assertThat(page.getByText("1 of 1")).isVisible();
      page.reload();
      assertThat(page.locator("tbody a")).hasText(new String[] {"Kept"});
      assertThat(server.admin().get("/dashboards").json().path("dashboards")).hasSize(1);
    }
  }

  @Test
  void searchThatFindsNothingSaysSo() {
    SampleDashboard.create(server, "Sales");
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.signIn(server, "/app/");

      page.getByLabel("Search by name and owner").fill("power");

      assertThat(page.locator("tbody td")).hasText("None has these words in its name or owner.");
      owner.expectAccessible();
    }
  }

  @Test
  void fileWithoutRowsMakesNoDashboard() {
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, "/app/");

      page.getByLabel("New from a file")
          .setInputFiles(
              new FilePayload("Head.csv", "text/csv", "a,b\n".getBytes(StandardCharsets.UTF_8)));

      assertThat(page.getByText("There are no rows in the file.")).isVisible();
      assertThat(server.admin().get("/dashboards").json().path("dashboards")).isEmpty();
    }
  }

  @Test
  void visualizationThatSomebodyRemovesWhileItIsChangedCanBeKept() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Shared work")
            .with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Change Bars").click();
      page.getByRole(AriaRole.TEXTBOX, named("Title")).fill("My bars");
      server.admin().delete("/visualizations/" + sample.visualizations().getFirst()).expect(204);

      button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.ALERT))
          .hasText("Somebody else has removed it meanwhile. Saving adds it again.");
      button(page, "Save anyway").click();

      assertThat(page.getByRole(AriaRole.LINK, named("My bars"))).isVisible();
      assertThat(page.locator("visualization-card canvas")).hasCount(1);
    }
  }

  @Test
  void whoIsSignedOutMeanwhileSignsInAgainAndLosesNothing() {
    SampleDashboard sample = SampleDashboard.create(server, "Before");
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Dashboard menu").click();
      button(page, "Rename").click();
      page.getByRole(AriaRole.TEXTBOX, named("Name")).fill("After");
      page.context().clearCookies();
      page.keyboard().press("Enter");
      Locator again = page.getByRole(AriaRole.DIALOG, named("You were signed out"));
      assertThat(again.getByLabel("Password")).isFocused();
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      page.keyboard().type(TestServer.ADMIN_PASSWORD);
      page.keyboard().press("Enter");
      assertThat(again).not().isVisible();
      page.keyboard().press("Enter");

      assertThat(page.getByRole(AriaRole.HEADING, named("After"))).isVisible();
    }
  }

  @Test
  void whoHasNoDataYetIsLedToTheDataSources() {
    SampleDashboard.create(server, "Not this one");
    String id = server.admin().post("/dashboards", "{\"name\": \"Empty\"}").expect(201).id();
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, "/app/dashboards/" + id);

      page.getByText("+ Add a visualization").click();

      assertThat(page.getByRole(AriaRole.DIALOG, named("Data sources"))).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void longTitleTakesTwoLinesAndLeavesTheChartItsRoom(ColorScheme scheme, int width) {
    SampleDashboard sample =
        SampleDashboard.create(server, "W".repeat(200))
            .with("piechart", "W".repeat(200), SampleDashboard.byKind());
    try (Visitor owner = browser.visitor(width, 740, scheme)) {
      Page page = owner.signIn(server, sample.page());
      Locator title = page.locator("visualization-card h2");
      assertThat(page.locator("visualization-card canvas")).isVisible();

      assertThat(title.boundingBox().height).isLessThan(50);
      assertThat(page.locator("visualization-card canvas").boundingBox().height).isGreaterThan(150);
      owner.expectFitsTheWidth();
    }
  }
}
