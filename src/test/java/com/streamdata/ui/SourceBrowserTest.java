package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.testing.TestEndpoint.answer;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static com.streamdata.ui.Named.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sources in the web application, against an API that is served here. */
class SourceBrowserTest {
  private static TestServer server;
  private static TestBrowser browser;

  private TestEndpoint api;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void serve() {
    api = TestEndpoint.http();
    good();
    api.on(
        "/away", answer(500, Map.of("Content-Type", "text/plain"), "<img src=x onerror=alert(1)>"));
  }

  @AfterEach
  void close() {
    api.close();
  }

  private void good() {
    api.json(
        "/readings",
        IntStream.rangeClosed(1, 28)
            .mapToObj(day ->
                "{\"at\": \"2026-02-%02dT00:00:00Z\", \"place\": {\"city\": \"Oslo\"}, \"warmth\": %d}"
                    .formatted(day, day))
            .collect(Collectors.joining(",", "{\"items\": [", "]}")));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void failureSaysHowFarItCameAndTheCorrectedSourceBecomesAChart(ColorScheme scheme, int width) {
    String id = dashboard("Corrected " + scheme);
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = openSources(owner, id);
      Locator form = chooseRest(page, "Weather");
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      test(form, "http://127.0.0.1:1/readings");
      expectFailure(owner, "No connection");
      test(form, api.url("/nowhere"));
      expectFailure(owner, "The answer is an error");
      form.getByLabel("Path of the rows").fill("$.rows");
      test(form, api.url("/readings"));
      expectFailure(owner, "There are no rows at that place");
      assertThat(form.getByText("Not tested yet.")).isVisible();
      form.getByLabel("Path of the rows").fill("");
      test(form, api.url("/readings"));
      assertThat(form.getByText("Tested: 28 rows.")).isVisible();
      assertThat(form.getByRole(AriaRole.COLUMNHEADER, within("place.city text"))).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      form.getByText("Save").click();
      assertThat(page.getByText("“Weather” was saved.")).isVisible();
      assertThat(page.getByText("28 rows · refreshed")).isVisible();
      owner.expectAccessible();
      page.getByText("Add a chart").click();
      page.locator("visualization-editor").getByText("Save").click();

      assertThat(page.locator("dashboard-view canvas")).isVisible();
      assertThat(page.getByRole(AriaRole.IMG)).hasAccessibleName(Pattern.compile("Line chart.*"));
      assertThat(owner.complaints()).allMatch(complaint -> complaint.contains("401"));
    }
  }

  @Test
  void whatCameBackIsTextWhateverItSays() {
    String id = dashboard("Text");
    try (Visitor owner = browser.visitor()) {
      Page page = openSources(owner, id);
      Locator form = chooseRest(page, "Broken");

      test(form, api.url("/away"));

      Locator failure = page.getByRole(AriaRole.ALERTDIALOG);
      assertThat(failure.locator("pre")).hasText("<img src=x onerror=alert(1)>");
      assertThat(failure.locator("img")).hasCount(0);
    }
  }

  @Test
  void wrongFieldsAreShownWhereTheyAreAndFocused() {
    String id = dashboard("Wrong");
    try (Visitor owner = browser.visitor()) {
      Page page = openSources(owner, id);
      Locator form = chooseRest(page, "Wrong");
      form.getByText("Test", exactly()).click();
      assertThat(form.getByLabel("API URL")).isFocused();
      assertThat(form.getByLabel("API URL")).hasAccessibleDescription("must be filled in");

      form.getByLabel("API URL").fill(api.url("/readings"));
      form.getByText("Add a header").click();
      page.keyboard().type("Host");
      page.keyboard().press("Tab");
      page.keyboard().type("elsewhere");
      form.getByText("Save").click();

      Locator value = form.getByLabel("Value of header 1");
      assertThat(value).isFocused();
      assertThat(value).hasAccessibleDescription("is set by the server itself");
      assertThat(value).hasValue("elsewhere");
      owner.expectAccessible();
    }
  }

  @Test
  void secretsAreKeptAndNeverShownAgain() {
    String id = dashboard("Secret");
    make(id, "Secret", "/readings", ", \"headers\": {\"Authorization\": \"Bearer abc\"}");
    try (Visitor owner = browser.visitor()) {
      Page page = openSources(owner, id);
      button(page, "Change Secret").click();
      Locator form = page.locator("source-form");
      assertThat(form.getByLabel("Value of header 1")).hasValue("");
      assertThat(form.getByPlaceholder("kept; type to replace")).isVisible();
      assertThat(form.getByText("secret", exactly())).isVisible();

      form.getByText("Test", exactly()).click();
      assertThat(form.getByText("Tested: 28 rows.")).isVisible();
      form.getByLabel("Refresh every").selectOption("300");
      assertThat(form.getByText("Changed since it was tested.")).isVisible();
      form.getByText("Save").click();
      assertThat(page.getByText("“Secret” was saved.")).isVisible();
      button(page, "Refresh now Secret").click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .containsText(Pattern.compile("28 rows in|Nothing has changed"));

      assertThat(api.requests())
          .allMatch(request -> "Bearer abc".equals(request.headers().get("Authorization")));
      assertThat(page.content()).doesNotContain("abc");
    }
  }

  @ParameterizedTest
  @CsvSource({"DARK, 1280", "LIGHT, 360"})
  void failingSourceSaysSoOnItsChartAndInItsHistory(ColorScheme scheme, int width) {
    String id = dashboard("Failing " + scheme);
    String source = make(id, "Weather", "/readings", "");
    server.admin().post("/sources/" + source + "/refresh", "").expect(200);
    chart(id, source);
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = owner.signIn(server, "/app/dashboards/" + id);
      assertThat(page.locator("visualization-card canvas")).isVisible();

      api.on("/readings", answer(503, Map.of("Content-Type", "text/plain"), "Back soon"));
      for (int failures = 0; failures < 5; failures++) {
        server.admin().post("/sources/" + source + "/refresh", "").expect(200);
      }
      assertThat(page.getByText("“Weather” cannot be refreshed: The answer is an error."))
          .isVisible();
      assertThat(page.getByText("Shown is what came")).isVisible();
      assertThat(page.locator("visualization-card canvas")).isVisible();
      owner.expectAccessible();
      page.getByText("About this source").click();
      // When it is tried next is drawn by lot, and may have been by now.
      assertThat(
              page.getByText(Pattern.compile("Stopped after \\d failures, tried again (in|now)")))
          .isVisible();
      assertThat(page.locator("run-history tbody tr").nth(4)).containsText("answered 503");
      assertThat(page.locator("source-rows tbody tr")).hasCount(28);
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      page.getByText("What happened").first().click();
      assertThat(page.getByRole(AriaRole.ALERTDIALOG).locator("pre")).hasText("Back soon");
      page.keyboard().press("Escape");

      good();
      page.getByText("Refresh now").click();
      assertThat(page.getByText("Stopped after")).isHidden();
      page.keyboard().press("Escape");
      page.keyboard().press("Escape");
      assertThat(page.getByText("cannot be refreshed")).hasCount(0);
    }
  }

  @Test
  void sourceIsMadeWithoutAMouse() {
    String id = dashboard("Keys");
    try (Visitor owner = browser.visitor()) {
      Page page = openSources(owner, id);
      page.getByText("Asked again and again: JSON or XML.")
          .locator("xpath=ancestor::button")
          .focus();
      page.keyboard().press("Enter");
      page.keyboard().type("By keys");
      page.keyboard().press("Tab");
      page.keyboard().type(api.url("/readings"));
      page.keyboard().press("Enter");

      assertThat(page.getByText("“By keys” was saved.")).isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Data sources"))).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void linesThatAreLeftOutOfAFileAreListed(ColorScheme scheme, int width) {
    String id = dashboard("Lines " + scheme);
    String csv =
        "day,amount\n"
            + IntStream.range(0, 25_000)
                .mapToObj(row -> "2026-01-01," + (row == 24_000 ? "many" : row))
                .collect(Collectors.joining("\n"));
    try (Visitor owner = browser.visitor(width, 800, scheme)) {
      Page page = openSources(owner, id);

      page.locator("kind-picker input[type=file]")
          .setInputFiles(
              new FilePayload("sales.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));

      assertThat(page.getByText("“sales” was read: 24,999 rows.")).isVisible();
      assertThat(page.getByText("1 line was left out.")).isVisible();
      Locator line = page.locator("rejected-lines tbody tr");
      assertThat(line).containsText("24,002");
      assertThat(line).containsText("amount");
      assertThat(button(page, "Copy as CSV")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
    }
  }

  @Test
  void fileOnASlowLineTellsHowFarItHasCome() {
    String id = dashboard("Slow line");
    String csv = "day,amount\n" + "2026-01-01,1\n".repeat(40_000);
    try (Visitor owner = browser.visitor()) {
      Page page = openSources(owner, id);
      owner.sendAtMost(100_000);

      page.locator("kind-picker input[type=file]")
          .setInputFiles(
              new FilePayload("sales.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));

      assertThat(page.getByText(Pattern.compile("Sending the file: [1-9]\\d?%"))).isVisible();
      owner.sendAtMost(-1);
      assertThat(page.getByText("“sales” was read: 40,000 rows.")).isVisible();
    }
  }

  @Test
  void everyKindAsksForWhatItNeeds() {
    String id = dashboard("Kinds");
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = openSources(owner, id);
      for (String kind : new String[] {"SQL database", "Kafka topic", "Watched folder"}) {
        page.getByText(kind).click();
        Locator form = page.locator("source-form");
        assertThat(form.getByRole(AriaRole.HEADING, within("New source: " + kind))).isVisible();
        owner.expectAccessible();
        owner.expectFitsTheWidth();
        form.getByText("Cancel").click();
      }

      page.getByText("SQL database").click();
      Locator form = page.locator("source-form");
      form.getByLabel("Engine").selectOption("sqlite");
      assertThat(form.getByLabel("Host")).hasCount(0);
      assertThat(form.getByLabel("File")).isVisible();
      form.getByLabel("Rows of").selectOption("statement");
      assertThat(form.getByLabel("Statement")).isVisible();
    }
  }

  private static void test(Locator form, String url) {
    form.getByLabel("API URL").fill(url);
    form.getByText("Test", exactly()).click();
  }

  /** Says so, and gives back what was entered. */
  private static void expectFailure(Visitor owner, String stage) {
    Locator failure = owner.page().getByRole(AriaRole.ALERTDIALOG);
    assertThat(failure.getByRole(AriaRole.HEADING, within("Connection Failure"))).isVisible();
    assertThat(failure.getByText(stage, exactly())).isVisible();
    owner.expectAccessible();
    failure.getByText("Correct it").click();
    assertThat(owner.page().getByLabel("API URL")).isFocused();
    assertThat(owner.page().locator("source-form").getByLabel("Name", byLabel()))
        .hasValue("Weather");
  }

  private static Locator chooseRest(Page page, String name) {
    page.getByText("Asked again and again: JSON or XML.").click();
    Locator form = page.locator("source-form");
    form.getByLabel("Name", byLabel()).fill(name);
    return form;
  }

  private String make(String dashboard, String name, String path, String more) {
    String body =
        """
        {"name": "%s", "kind": "rest", "url": "%s", "refresh_seconds": 3600%s}
        """
            .formatted(name, api.url(path), more);
    return server.admin().post("/dashboards/" + dashboard + "/sources", body).expect(201).id();
  }

  private static void chart(String dashboard, String source) {
    String body =
        """
        {"type": "linechart", "title": "Warmth", "query": {"source": "%s", "x": {"column": "at", "bucket": "day"},
         "measures": [{"column": "warmth", "aggregation": "avg"}]}}
        """
            .formatted(source);
    server.admin().post("/dashboards/" + dashboard + "/visualizations", body).expect(201);
  }

  private static String dashboard(String name) {
    return server.admin().post("/dashboards", "{\"name\": \"" + name + "\"}").expect(201).id();
  }

  private static Page openSources(Visitor owner, String id) {
    Page page = owner.signIn(server, "/app/dashboards/" + id);
    DashboardMenu.item(page, "Data sources").click();
    return page;
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions byLabel() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
