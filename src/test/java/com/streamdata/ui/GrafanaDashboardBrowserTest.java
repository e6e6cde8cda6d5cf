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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A dashboard in Grafana's JSON, published and looked at in a browser. */
class GrafanaDashboardBrowserTest {
  private static TestServer server;
  private static TestBrowser browser;
  private static String uid;
  private static String link;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
    String source = SampleDashboard.create(server, "Rows").source();
    uid =
        server
            .admin()
            .post("/api/dashboards/db", "{\"dashboard\": " + dashboard("source-" + source) + "}")
            .expect(200)
            .json()
            .path("uid")
            .asString();
    JsonNode made =
        server
            .admin()
            .post(
                "/api/dashboards/uid/" + uid + "/public-dashboards",
                """
                {"isEnabled": true, "timeSelectionEnabled": true, "annotationsEnabled": true,
                 "variableSelectionEnabled": true}
                """)
            .expect(200)
            .json();
    link = server.url() + "/public-dashboards/" + made.path("accessToken").asString();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String dashboard(String source) {
    return """
    {"title": "Plant", "timezone": "UTC",
     "time": {"from": "2025-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"},
     "templating": {"list": [
       {"type": "custom", "name": "kind", "label": "Kind", "multi": true, "query": "coal,wind",
        "current": {"value": ["coal"]}}]},
     "panels": [
       {"id": 1, "type": "stat", "title": "Sum", "gridPos": {"x": 0, "y": 0, "w": 6, "h": 4},
        "datasource": {"uid": "%1$s"}, "targets": [{"refId": "A", "format": "table",
          "rawSql": "SELECT sum(amount) AS total FROM rows WHERE kind IN ($kind)"}]},
       {"id": 2, "type": "gauge", "title": "Pressure <b>", "gridPos": {"x": 6, "y": 0, "w": 18, "h": 4}},
       {"id": 3, "type": "timeseries", "title": "Amounts", "gridPos": {"x": 0, "y": 4, "w": 24, "h": 8},
        "datasource": {"uid": "%1$s"}, "targets": [{"refId": "A", "format": "time_series",
          "rawSql": "SELECT at AS time, kind AS metric, amount AS value FROM rows WHERE $__timeFilter(at) AND kind IN ($kind) ORDER BY at"}]}]}
    """
        .formatted(source);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void panelsLieInTheirPlacesAndWhatCannotBeShownSaysSo(ColorScheme scheme, int width) {
    try (Visitor visitor = browser.visitor(width, 800, scheme)) {
      Page page = visitor.page();
      page.navigate(link);

      assertThat(page.locator("key-metric .value")).hasText("780");
      assertThat(page.getByRole(AriaRole.HEADING, named("Pressure <b>"))).isVisible();
      assertThat(page.locator(".note")).containsText("It has no query.");
      assertThat(page.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile("Line chart by time, 12 points .*"));
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void valuesOfAVariableAreChosenAndStayInTheAddress() {
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link);
      assertThat(page.locator("key-metric .value")).hasText("780");

      button(page, "Kind: coal").click();
      page.getByRole(AriaRole.CHECKBOX, named("wind")).check();

      assertThat(page.locator("key-metric .value")).hasText("862");
      visitor.expectAccessible();
      assertThat(page).hasURL(link + "?var-kind=coal&var-kind=wind");
      page.getByLabel("coal", new Page.GetByLabelOptions().setExact(true)).uncheck();
      assertThat(page.locator("key-metric .value")).hasText("82");
      page.reload();
      assertThat(page.locator("key-metric .value")).hasText("82");
      assertThat(button(page, "Kind: wind")).isVisible();
    }
  }

  @Test
  void annotationOfAnotherPanelIsNotMarkedInTheChart() {
    annotate(3, "Here");
    annotate(1, "Elsewhere");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link);

      assertThat(page.getByText("Annotations (2)")).isVisible();
      assertThat(page.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile(".*One annotation is marked in it\\."));
    }
  }

  @Test
  void ownerChoosesValuesAndSeesAnnotationsAsVisitorsDo() {
    String noticed = annotate(0, "Noticed <b>");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, "/app/");
      page.getByRole(AriaRole.LINK, named("Plant")).click();
      assertThat(page.locator("key-metric .value")).hasText("780");

      button(page, "Kind: coal").click();
      page.getByRole(AriaRole.CHECKBOX, named("wind")).check();

      assertThat(page.locator("key-metric .value")).hasText("862");
      assertThat(page.getByRole(AriaRole.IMG).last())
          .hasAccessibleName(Pattern.compile(".*annotations? (is|are) marked in it\\."));
      page.locator("annotation-list summary").click();
      assertThat(page.locator("annotation-list")).containsText("Noticed <b>");
      owner.expectAccessible();
      assertThat(owner.complaints()).allMatch(complaint -> complaint.contains("401"));
    }
    server.admin().delete("/api/annotations/" + noticed).expect(200);
  }

  @Test
  void valueThatIsNotListedIsNotAskedFor() {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(link + "?var-kind=%27%29%20OR%201=1--");

      assertThat(visitor.page().locator("key-metric .value")).hasText("780");
      assertThat(visitor.requests()).noneMatch(request -> request.contains("/data?"));
    }
  }

  @Test
  void anotherTimeIsAskedOfItsSql() {
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link + "?from=1738368000000&to=1743465600000");

      Locator chart = page.getByRole(AriaRole.IMG);

      assertThat(chart).hasAccessibleName(Pattern.compile("Line chart by time, 2 points .*"));
    }
  }

  /** Returns its id. */
  private static String annotate(int panel, String text) {
    return server
        .admin()
        .post(
            "/api/annotations",
            """
            {"dashboardUID": "%s", "panelId": %d, "time": 1748779200000, "text": "%s"}
            """
                .formatted(uid, panel, text))
        .expect(200)
        .id();
  }
}
