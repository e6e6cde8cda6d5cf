package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import tools.jackson.databind.JsonNode;

/** Choosing how a visualization looks. */
class LookBrowserTest {
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
  void chosenLookIsPreviewedAndSaved(ColorScheme scheme, int width) {
    SampleDashboard sample =
        SampleDashboard.create(server, "Look")
            .with("linechart", "Lines", SampleDashboard.byMonth("kind"));
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Locator editor = change(owner, sample, "Lines");
      editor.getByText("Axes").click();
      editor.getByLabel("Name of the y axis").fill("Power");
      editor.getByLabel("Highest of y").fill("500");
      editor.getByLabel("Logarithmic").check();
      editor.getByLabel("Numbers").selectOption("currency");
      assertThat(editor.getByRole(AriaRole.STATUS)).hasText("Choose the currency, such as EUR.");
      editor.getByLabel("Currency").fill("eur");
      editor.getByText("Legend and colours").click();
      editor.getByLabel("Legend").selectOption("right");
      Locator coal =
          editor.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("coal"));
      coal.getByLabel("Colour 6").check();
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      editor.getByText("Save").click();
      assertThat(editor).not().isVisible();

      assertThat(optionsOf(sample))
          .hasToString(
              "{\"number_format\":\"currency\",\"currency\":\"EUR\",\"legend\":\"right\","
                  + "\"colors\":{\"coal\":6},\"y_title\":\"Power\",\"y_max\":500,\"y_log\":true}");
      assertThat(owner.complaints()).allMatch(complaint -> complaint.contains("401"));
    }
  }

  @Test
  void chartIsProposedForWhatIsThereAlready() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Again").with("piechart", "Pie", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor()) {
      Locator editor = change(owner, sample, "Pie");

      editor.getByText("Propose a chart").click();

      assertThat(editor.getByLabel("Lines")).isChecked();
      assertThat(editor.getByLabel("Title")).hasValue("Pie");
    }
  }

  private static Locator change(Visitor owner, SampleDashboard sample, String title) {
    Page page = owner.signIn(server, sample.page());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change " + title)).click();
    return page.getByRole(AriaRole.DIALOG);
  }

  private static JsonNode optionsOf(SampleDashboard sample) {
    String path = "/visualizations/" + sample.visualizations().getFirst();
    return sample.owner().get(path).json().path("options");
  }
}
