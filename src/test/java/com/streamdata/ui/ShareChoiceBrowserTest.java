package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import com.streamdata.dashboard.AnnotationService;
import com.streamdata.dashboard.NewAnnotation;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors may choose where their link lets them, in a browser. */
class ShareChoiceBrowserTest {
  private static final String BY_MONTH =
      """
      "x": {"column": "at", "bucket": "month"},
      "measures": [{"column": "amount", "aggregation": "sum", "name": "total"}]\
      """;

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
  void ownRangeIsChosenByKeyboardAndStaysInTheAddress() {
    String link = shared("Ranges", "time_selection");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link);
      assertThat(rows(page)).hasCount(12);

      button(page, "Time range: All of the time").focus();
      page.keyboard().press("Enter");
      field(page, "From").fill("2025-03-01T00:00");
      field(page, "To").fill("2025-05-31T00:00");
      page.keyboard().press("Enter");

      assertThat(rows(page)).hasCount(3);
      assertThat(page).hasURL(Pattern.compile(".*\\?from=1740787200000&to=1748649600000"));
      page.reload();
      assertThat(rows(page)).hasCount(3);
      assertThat(button(page, "Time range: 1 Mar 2025, 00:00 – 31 May 2025, 00:00")).isVisible();
    }
  }

  @Test
  void quickRangeReplacesTheUsualOneAndBack() {
    String link = shared("Quick", "time_selection");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link + "?from=now-15m&to=now");
      assertThat(page.getByText("No data to show.")).hasCount(2);

      button(page, "Time range: Last 15 minutes").click();
      visitor.expectAccessible();
      page.getByText("Usual: All of the time").click();

      assertThat(rows(page)).hasCount(12);
      assertThat(page).hasURL(link);
    }
  }

  @Test
  void wrongRangeIsToldAndNotSent() {
    String link = shared("Wrong", "time_selection");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link);
      button(page, "Time range: All of the time").click();

      field(page, "From").fill("2025-03-02T00:00");
      field(page, "To").fill("2025-03-01T00:00");
      page.getByText("Apply").click();

      assertThat(page.getByRole(AriaRole.ALERT)).hasText("The range must end after it begins.");
      assertThat(page).hasURL(link);
    }
  }

  @Test
  void nothingMayBeChosenWhereTheLinkDoesNotLetThem() {
    String link = shared("Closed", "annotations");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(link + "?from=now-15m&to=now&var-kind=coal");

      assertThat(rows(page)).hasCount(12);
      assertThat(page.locator("time-picker")).hasCount(0);
      assertThat(visitor.requests())
          .noneMatch(request -> request.contains("/data?") || request.contains("/annotations?"));
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void annotationsAreMarkedAndTold(ColorScheme scheme, int width) {
    SampleDashboard dashboard = dashboard("Noted");
    String link = shared(dashboard, "annotations");
    annotate(dashboard, "Outage <img src=x onerror=alert(1)>", "2025-04-10T00:00:00Z");
    try (Visitor visitor = browser.visitor(width, 800, scheme)) {
      Page page = visitor.page();
      page.navigate(link);

      assertThat(page.getByRole(AriaRole.IMG).first())
          .hasAccessibleName(Pattern.compile(".*One annotation is marked in it\\."));
      page.getByText("Annotations (1)").click();

      assertThat(page.getByRole(AriaRole.LISTITEM)).containsText("10 Apr 2025, 00:00");
      assertThat(page.getByText("Outage <img src=x onerror=alert(1)>")).isVisible();
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static String shared(String name, String allowed) {
    return shared(dashboard(name), allowed);
  }

  private static SampleDashboard dashboard(String name) {
    return SampleDashboard.create(server, name)
        .with("table", "Rows", BY_MONTH)
        .with("linechart", "Lines", SampleDashboard.byMonth("kind"));
  }

  private static String shared(SampleDashboard dashboard, String allowed) {
    String link = dashboard.share("{\"access\": \"view\"}");
    dashboard.allow(allowed);
    return link;
  }

  private static void annotate(SampleDashboard dashboard, String text, String time) {
    long millis = Instant.parse(time).toEpochMilli();
    server
        .part(AnnotationService.class)
        .create(
            new Caller.User(new UserId(1), TestServer.ADMIN_EMAIL, Role.ADMIN),
            DashboardId.of(dashboard.id()),
            new NewAnnotation(0, millis, null, text, List.of()));
  }

  private static Locator rows(Page page) {
    return page.locator("data-table").first().locator("tbody tr");
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}
