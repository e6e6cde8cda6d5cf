package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one goes on by keyboard after what was pressed is gone. */
class FocusBrowserTest {
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
  void removingFromTheListGoesOnAtUndoAndThenAtTheList() {
    SampleDashboard.create(server, "Kept");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, "/app/");

      button(page, "Remove Kept").press("Enter");
      assertThat(button(page, "Undo")).isFocused();
      page.keyboard().press("Enter");

      assertThat(page.getByRole(AriaRole.REGION, named("Your Dashboards"))).isFocused();
      assertThat(button(page, "Remove Kept")).isVisible();
    }
  }

  @Test
  void removingAVisualizationGoesOnAtWhatIsToldOfIt() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Undone").with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      Locator told = page.locator("dashboard-editor .news");

      button(page, "Remove Bars").press("Enter");
      assertThat(told).hasText("“Bars” was removed. Undo");
      assertThat(told).isFocused();
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");

      assertThat(told).hasText("Undone.");
      assertThat(told).isFocused();
      owner.expectAccessible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"view", "edit"})
  void theRightPasswordLeadsToTheTitle(String access) {
    SampleDashboard sample = SampleDashboard.create(server, "Unlocked to " + access);
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(sample.share("{\"access\": \"" + access + "\", \"password\": \"1234\"}"));
      page.getByLabel("Password").fill("1234");
      page.keyboard().press("Enter");

      assertThat(page.getByRole(AriaRole.HEADING, named("Unlocked to " + access))).isFocused();
    }
  }

  @Test
  void sharingBeginsAtTheHeadingAndGoesOnAtTheLink() {
    SampleDashboard sample = SampleDashboard.create(server, "Given away");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Share").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Share Given away"))).isFocused();

      button(page, "Create link").press("Enter");
      Locator link = page.getByRole(AriaRole.TEXTBOX, named("Link"));
      assertThat(link).isFocused();
      assertThat(link.evaluate("field => field.selectionEnd - field.selectionStart"))
          .isEqualTo(link.inputValue().length());
      button(page, "Create another link").press("Enter");
      assertThat(page.getByLabel("What it shows")).isFocused();
      button(page, "Share externally").press("Enter");

      assertThat(page.getByText("Active · not opened yet")).isVisible();
      assertThat(page.getByLabel("Link access")).isFocused();
    }
  }
}
