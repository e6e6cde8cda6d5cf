package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static com.streamdata.ui.Named.within;
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

/** Making, changing and removing visualizations in the web application. */
class EditorBrowserTest {
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
  void newVisualizationIsProposedPreviewedAndSaved(ColorScheme scheme, int width) {
    SampleDashboard sample = SampleDashboard.create(server, "New " + scheme);
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = owner.signIn(server, sample.page());
      page.getByText("+ Add a visualization").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      assertThat(editor.locator("canvas")).isVisible();
      assertThat(editor.getByLabel("Title")).hasValue("Sum of amount by at");
      owner.expectAccessible();

      editor.getByLabel("Pie").check();
      editor.getByLabel("Slices").selectOption("kind");
      editor.getByLabel("Aggregation").selectOption("max");
      editor.getByLabel("Title").fill("Highest by kind");
      assertThat(editor.getByRole(AriaRole.HEADING, within("Highest by kind"))).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      editor.getByText("Save").click();

      assertThat(editor).not().isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Highest by kind"))).isVisible();
      assertThat(page.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile("Pie chart by kind.*"));
    }
  }

  @ParameterizedTest
  @CsvSource({"DARK, 1280", "LIGHT, 360"})
  void sourceIsAddedShowsHowToPushAndIsRemovedUnlessUsed(ColorScheme scheme, int width) {
    SampleDashboard sample =
        SampleDashboard.create(server, "Sources")
            .with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = owner.signIn(server, sample.page());
      DashboardMenu.item(page, "Data sources").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("23 rows");

      dialog.getByText("A program sends rows over the API.").click();
      dialog.getByLabel("Name").fill("Sensors");
      button(dialog, "Save").click();
      dialog.getByText("How to push rows").last().click();
      assertThat(dialog.locator("pre").last()).containsText("curl -X POST " + server.url());
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      button(dialog, "Remove rows").click();
      assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("It is used by");
      button(dialog, "Remove Sensors").click();

      assertThat(dialog.getByText("Sensors")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void keyMetricIsAddedCustomizedAndRemoved(ColorScheme scheme, int width) {
    SampleDashboard sample = SampleDashboard.create(server, "Metrics " + scheme);
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = owner.signIn(server, sample.page());
      Locator editor = page.getByRole(AriaRole.DIALOG);
      Locator metric = page.locator("dashboard-view key-metric");
      page.getByText("+ Add a key metric").click();
      editor.getByLabel("Aggregation").selectOption("max");
      editor.getByLabel("Unit").fill("MW");
      assertThat(editor.locator("key-metric .value")).hasText("120 MW");
      owner.expectAccessible();
      editor.getByLabel("Title").fill("Most");
      editor.getByText("Save").click();
      assertThat(metric.locator(".value")).hasText("120 MW");

      button(page, "Customize metric Most").click();
      editor.getByLabel("Aggregation").selectOption("min");
      editor.getByText("Save").click();
      assertThat(metric.locator(".value")).hasText("2 MW");
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      button(page, "Remove Most").click();
      assertThat(page.getByText("“Most” was removed.")).isVisible();
      assertThat(metric).hasCount(0);
      button(page, "Undo").click();

      assertThat(metric.locator(".value")).hasText("2 MW");
    }
  }

  @Test
  void changedQueryIsAskedAtOnce() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Asked").with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Change Bars").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);

      editor.getByLabel("Aggregation").selectOption("max");
      editor.getByText("Save").click();

      assertThat(page.locator("dashboard-view").getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile(".*highest 120 \\(coal\\).*"));
    }
  }

  @Test
  void editorSaysWhatIsMissing() {
    SampleDashboard sample = SampleDashboard.create(server, "Missing");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      page.getByText("+ Add a visualization").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);

      editor.getByLabel("Stacked bars").check();

      assertThat(editor.getByRole(AriaRole.STATUS))
          .hasText("Choose the column whose values stand on each other.");
      assertThat(editor.getByText("Save")).isDisabled();
      editor.getByLabel("Layers").selectOption("kind");
      assertThat(editor.locator("canvas")).isVisible();
      assertThat(editor.getByText("Save")).isEnabled();
    }
  }

  @Test
  void rowsAreFilteredAndOrdered() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Fewer").with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Change Bars").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);

      editor.getByText("Add a filter").click();
      assertThat(editor.getByRole(AriaRole.STATUS)).hasText("Fill in every filter, or remove it.");
      editor.getByLabel("Comparison of filter 1").selectOption("le");
      editor.locator("filter-fields input").fill("2025-03-01T00:00");
      editor.locator("filter-fields input").press("Tab");
      assertThat(editor.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile(".*highest 30 \\(coal\\).*"));
      editor.getByLabel("Order by").selectOption("total");
      assertThat(editor.getByLabel("Direction")).isVisible();
      owner.expectAccessible();
      editor.getByText("Save").click();

      assertThat(page.locator("dashboard-view").getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile(".*wind.*coal.*highest 30 \\(coal\\).*"));
    }
  }

  @Test
  void tableIsMadeByClickingColumns() {
    SampleDashboard sample = SampleDashboard.create(server, "Columns");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      page.getByText("+ Add a visualization").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Table", new Locator.GetByLabelOptions().setExact(true)).check();
      editor.getByLabel("as they are").check();

      button(editor, "large").click();
      button(editor, "at").click();

      assertThat(editor.locator("th")).hasText(new String[] {"kind", "amount"});
    }
  }

  @Test
  void filterOfTimesTakesATimeOfDay() {
    SampleDashboard sample = SampleDashboard.create(server, "Noon");
    try (Visitor owner = browser.visitor(360, 800, ColorScheme.DARK)) {
      Page page = owner.signIn(server, sample.page());
      page.getByText("+ Add a visualization").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Bars", new Locator.GetByLabelOptions().setExact(true)).check();
      editor.locator("query-form").getByLabel("Along").selectOption("kind");
      assertThat(editor.getByLabel("Title")).hasValue("Sum of amount by kind");
      editor.getByText("Add a filter").click();
      editor.getByLabel("Column of filter 1").selectOption("at");

      Locator value = editor.getByLabel("Value of filter 1");
      value.fill("2025-12-15T11:59");
      value.blur();
      assertThat(editor.getByRole(AriaRole.IMG)).hasAccessibleName(Pattern.compile(".*2 points.*"));
      value.fill("2025-12-15T12:01");
      value.blur();
      assertThat(editor.getByText("No data to show.")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
    }
  }

  @Test
  void changeMadeMeanwhileIsNotOverwrittenUnasked() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Meanwhile")
            .with("barchart", "Mine", SampleDashboard.byKind());
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Change Mine").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Title").fill("Still mine");
      String path = "/visualizations/" + sample.visualizations().getFirst();
      sample.owner().patch(path, "{\"title\": \"Theirs\"}").expect(200);

      editor.getByText("Save").click();

      assertThat(editor.getByRole(AriaRole.ALERT)).containsText("Somebody else has changed it");
      editor.getByText("Save anyway").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Still mine"))).isVisible();
    }
  }

  @Test
  void savingAKeyMetricAnywayKeepsThoseOfOthers() {
    SampleDashboard sample = SampleDashboard.create(server, "Metrics meanwhile");
    String metric =
        "{\"title\": \"%s\", \"query\": {\"source\": \""
            + sample.source()
            + "\", "
            + "\"measures\": [{\"column\": \"amount\", \"aggregation\": \"max\", \"name\": \"n\"}]}}";
    String dashboard = "/dashboards/" + sample.id();
    String mine = metric.formatted("Mine");
    sample.owner().patch(dashboard, "{\"tiles\": [" + mine + "]}").expect(200);
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      button(page, "Customize metric Mine").click();
      Locator editor = page.getByRole(AriaRole.DIALOG);
      editor.getByLabel("Title").fill("Still mine");
      String theirs = "{\"tiles\": [" + metric.formatted("Theirs") + ", " + mine + "]}";
      sample.owner().patch(dashboard, theirs).expect(200);

      editor.getByText("Save").click();
      assertThat(editor.getByRole(AriaRole.ALERT)).containsText("replaces this key metric only");
      editor.getByText("Save anyway").click();

      assertThat(page.getByRole(AriaRole.HEADING, named("Still mine"))).isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Theirs"))).isVisible();
      assertThat(page.locator("dashboard-view key-metric")).hasCount(2);
    }
  }

  @Test
  void removedVisualizationComesBackByUndo() {
    SampleDashboard sample = SampleDashboard.create(server, "Undo").withAllTypes();
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, sample.page());
      assertThat(page.locator("visualization-card canvas")).hasCount(5);

      button(page, "Remove Bars").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("“Bars” was removed.");
      assertThat(page.locator("visualization-card canvas")).hasCount(4);
      owner.expectAccessible();
      button(page, "Undo").click();

      assertThat(page.getByRole(AriaRole.HEADING, named("Bars"))).isVisible();
      assertThat(page.locator("visualization-card canvas")).hasCount(5);
      assertThat(owner.complaints()).allMatch(complaint -> complaint.contains("401"));
    }
  }
}
