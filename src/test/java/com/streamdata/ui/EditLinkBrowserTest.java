package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a link shows beyond looking: editing, and a screen on a wall. */
class EditLinkBrowserTest {
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
  void holderOfAnEditLinkChangesTheDashboard(ColorScheme scheme, int width) {
    SampleDashboard sample =
        SampleDashboard.create(server, "Edited").with("barchart", "Bars", SampleDashboard.byKind());
    String link = sample.share("{\"access\": \"edit\"}");
    try (Visitor visitor = browser.visitor(width, 800, scheme)) {
      Page page = visitor.page();
      page.navigate(link);
      button(page, "Change Bars").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Title").fill("Theirs");
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();
      editor.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();

      assertThat(editor).not().isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Theirs"))).isVisible();
      button(page, "Remove Theirs").click();
      assertThat(page.getByText("“Theirs” was removed.")).isVisible();
      button(page, "Undo").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Theirs"))).isVisible();
      visitor.expectAccessible();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void holderOfAnEditLinkSeesWhatAChangeWillShow() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Tried").with("barchart", "Rows", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(sample.share("{\"access\": \"edit\"}"));
      page.getByRole(AriaRole.BUTTON, named("Change Rows")).click();
      Locator preview = page.locator("visualization-editor visualization-card");
      assertThat(preview.getByRole(AriaRole.IMG)).isVisible();

      page.getByLabel("Table", new Page.GetByLabelOptions().setExact(true)).check();

      assertThat(preview.locator("data-table")).containsText("coal");
      assertThat(page.locator("dashboard-view").getByRole(AriaRole.IMG)).isVisible();
      visitor.expectAccessible();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void visitorOfAViewLinkHasNoTools() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Looked at")
            .with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(sample.share("{\"access\": \"view\"}"));

      assertThat(page.locator("visualization-card canvas")).hasCount(1);
      assertThat(page.locator("grid-handle")).hasCount(0);
      assertThat(page.getByText("Remove")).hasCount(0);
    }
  }

  @Test
  void kioskFillsTheScreenWithoutAnythingToChoose() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Wall")
            .with("barchart", "Bars", SampleDashboard.byKind())
            .with("linechart", "Lines", SampleDashboard.byMonth("kind"));
    String link = sample.share("{\"access\": \"view\"}");
    sample.allow("time_selection");
    try (Visitor visitor = browser.visitor(1920, 1080, ColorScheme.DARK)) {
      Page page = visitor.page();
      page.navigate(link + "?kiosk");

      assertThat(page.locator("visualization-card canvas")).hasCount(2);
      assertThat(page.locator("time-picker")).hasCount(0);
      visitor.expectAccessible();
      Object filled =
          page.evaluate(
              "document.documentElement.scrollHeight - document.documentElement.clientHeight");
      assertThat(filled).isEqualTo(0);
      assertThat(page.locator("visualization-card").first().boundingBox().height)
          .isGreaterThan(900 / 2.0);
    }
  }
}
