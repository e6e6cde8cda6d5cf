package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to a dashboard, in the web application. */
class HistoryBrowserTest {
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
  void lastChangeIsUndoneByKeyboard() {
    SampleDashboard sample = SampleDashboard.create(server, "First").withAllTypes();
    sample.rename("Second");
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.signIn(server, sample.page());
      assertThat(page.getByRole(AriaRole.HEADING, named("Second"))).isVisible();

      page.locator("change-history summary").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByText("renamed it from “First”")).isVisible();
      assertThat(page.getByText("added “Pie”")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      page.locator("change-history").getByRole(AriaRole.BUTTON).first().focus();
      page.keyboard().press("Enter");

      assertThat(page.getByRole(AriaRole.HEADING, named("First"))).isVisible();
    }
  }

  @Test
  void olderChangeIsUndoneUnlessALaterOneTouchedTheSame() {
    SampleDashboard sample =
        SampleDashboard.create(server, "First").with("table", "Rows", "\"columns\": [\"at\"]");
    sample.rename("Second");
    String rows = "/visualizations/" + sample.visualizations().getFirst();
    sample.owner().patch(rows, "{\"title\": \"Better\"}").expect(200);
    sample.owner().patch(rows, "{\"title\": \"Best\"}").expect(200);
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      page.locator("change-history summary").click();
      Locator undo = page.locator("change-history").getByRole(AriaRole.BUTTON);
      assertThat(undo).hasCount(2);

      undo.last().click();

      assertThat(page.getByRole(AriaRole.HEADING, named("First"))).isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Best"))).isVisible();
    }
  }

  @Test
  void nameTypedMeanwhileIsKeptAndReplacesNothingUnasked() {
    SampleDashboard sample = SampleDashboard.create(server, "First");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      DashboardMenu.item(page, "Rename").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByLabel("Name").fill("Mine");
      sample.rename("Theirs");

      dialog.getByRole(AriaRole.BUTTON).last().click();
      assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Somebody else has changed");
      assertThat(dialog.getByLabel("Name")).hasValue("Mine");
      assertThat(page.locator("dashboard-view h1")).hasText("Theirs");
      dialog.getByRole(AriaRole.BUTTON).last().click();

      assertThat(page.getByRole(AriaRole.HEADING, named("Mine"))).isVisible();
    }
  }

  @Test
  void whatSomebodyElseDoesIsTold() {
    SampleDashboard sample = SampleDashboard.create(server, "First");
    try (Visitor owner = browser.visitor()) {
      owner.page().clock().install();
      Page page = owner.signIn(server, sample.page());
      assertThat(page.getByText("History of changes")).isVisible();

      sample.rename("Second");
      page.clock().runFor(16_000);
      assertThat(page.getByText("First key renamed it from “First”.")).isVisible();
      owner.expectAccessible();
      button(page, "Show it").click();

      assertThat(page.getByRole(AriaRole.HEADING, named("Second"))).isVisible();
    }
  }
}
