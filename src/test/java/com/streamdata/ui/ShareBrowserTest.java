package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.named;
import static com.streamdata.ui.Named.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors of a link see, in a browser. */
class ShareBrowserTest {
  private static final String VIEW = "{\"access\": \"view\"}";

  private static final String NO_ROWS =
      ", \"filters\": [{\"column\": \"kind\", \"op\": \"eq\", \"value\": \"sea\"}]";
  private static final long REFRESH_MILLIS = 31_000;

  /** Counts points that have a colour: axes, grid and letters are grey. */
  private static final String COLOURED =
      """
      canvas => {
        const points = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        let coloured = 0;
        for (let at = 0; at < points.length; at += 4) {
          const [red, green, blue, alpha] = points.subarray(at, at + 4);
          if (alpha > 0 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured++;
        }
        return coloured;
      }
      """;

  private static TestServer server;
  private static TestBrowser browser;
  private static SampleDashboard sample;
  private static String link;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
    sample = SampleDashboard.create(server, "Power").withAllTypes();
    link = sample.share(VIEW);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lines", "Areas", "Stacked bars", "Bars", "Pie"})
  void chartIsDrawnInColour(String title) {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(link);

      Object coloured = card(visitor.page(), title).locator("canvas").evaluate(COLOURED);

      assertThat(((Number) coloured).intValue()).isGreaterThan(500);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void tableBehindAChartHasItsNumbersAndShowsGaps() {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(link);
      Locator card = card(visitor.page(), "Lines");

      card.getByText("Show as table").click();

      assertThat(card.locator("th")).hasText(new String[] {"at", "coal", "wind"});
      assertThat(row(card, 1)).hasText(new String[] {"Jan 2025", "10", "2"});
      assertThat(row(card, 7)).hasText(new String[] {"Jul 2025", "70", "–"});
      card.getByText("Show as chart").click();
      assertThat(card.locator("canvas")).isVisible();
    }
  }

  @Test
  void chartTellsInWordsWhatItShows() {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(link);

      Locator chart = card(visitor.page(), "Lines").getByRole(AriaRole.IMG);

      assertThat(chart)
          .hasAccessibleName(
              "Line chart by at, 12 points from Jan 2025 to Dec 2025."
                  + " coal: lowest 10 (Jan 2025), highest 120 (Dec 2025), last 120 (Dec 2025)."
                  + " wind: lowest 2 (Jan 2025), highest 13 (Dec 2025), last 13 (Dec 2025).");
    }
  }

  @Test
  void largeIntegersKeepTheirDigits() {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(link);

      assertThat(row(card(visitor.page(), "Rows"), 1).last()).hasText("9,007,199,254,740,993");
    }
  }

  @Test
  void ofLongTablesOnlyWhatOneSeesIsThereAndCutChartsSaySo() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Long");
    dashboard.push(hourlyRows(2_100));
    dashboard
        .with("table", "Rows", "\"columns\": [\"at\", \"amount\"]")
        .with("linechart", "Hours", byHour());
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(dashboard.share(VIEW));
      Locator table = card(visitor.page(), "Rows");
      Locator rows = table.locator("tbody tr[aria-rowindex]");
      assertThat(table.locator("table")).hasAttribute("aria-rowcount", "2124");
      assertThat(rows.first()).hasAttribute("aria-rowindex", "2");

      table.getByText("Next").click();
      assertThat(table.locator("nav")).not().containsText("Rows 1–");
      table.locator(".scroll").focus();
      visitor.page().keyboard().press("End");

      assertThat(table.locator("nav")).containsText("–2,123 of 2,123");
      assertThat(rows.last()).hasAttribute("aria-rowindex", "2124");
      assertThat(rows.last()).isInViewport();
      assertThat(rows.count()).isLessThan(60);
      visitor.expectAccessible();
      assertThat(card(visitor.page(), "Hours"))
          .containsText("Shows the newest 2,000 points; there are more.");
    }
  }

  @Test
  void chartWithoutRowsSaysSoAndAFailingOneLeavesTheOthersAlive() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Odd");
    dashboard
        .with("barchart", "Failing", SampleDashboard.byKind())
        .with("barchart", "Empty", SampleDashboard.byKind() + NO_ROWS)
        .with("barchart", "Fine", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor()) {
      String failing = "**/visualizations/" + dashboard.visualizations().getFirst() + "/data";
      visitor.page().route(failing, route -> route.abort());
      // Nothing comes by itself: it would be shown.
      visitor.page().route("**/events*", _ -> {});

      visitor.page().navigate(dashboard.share(VIEW));

      assertThat(card(visitor.page(), "Failing")).containsText("The server cannot be reached.");
      assertThat(card(visitor.page(), "Empty")).containsText("No data to show.");
      assertThat(card(visitor.page(), "Fine").locator("canvas")).isVisible();
      visitor.page().unroute(failing);
      card(visitor.page(), "Failing").getByText("Try again").click();
      assertThat(card(visitor.page(), "Failing").locator("canvas")).isVisible();
    }
  }

  @Test
  void nothingIsAskedOfAnotherHost() {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(link);
      assertThat(card(visitor.page(), "Pie").locator("canvas")).isVisible();

      assertThat(visitor.requests()).allMatch(request -> request.startsWith(server.url() + "/"));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "LIGHT, 360", "DARK, 1280", "DARK, 360"})
  void everybodyCanReadItAtAnySize(ColorScheme scheme, int width) {
    try (Visitor visitor = browser.visitor(width, 800, scheme)) {
      visitor.page().navigate(link);
      assertThat(card(visitor.page(), "Pie").locator("canvas")).isVisible();
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();

      card(visitor.page(), "Bars").getByText("Show as table").click();

      visitor.expectAccessible();
    }
  }

  @Test
  void titlesAndNamesAreTextWhateverTheySay() {
    String hostile = "<img src=x onerror=alert(1)>";
    SampleDashboard dashboard = SampleDashboard.create(server, hostile);
    String measure = "\"measures\": [{\"aggregation\": \"count\", \"name\": \"" + hostile + "\"}]";
    dashboard.with("barchart", hostile, "\"x\": {\"column\": \"kind\"}, " + measure);
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(dashboard.share(VIEW));
      Locator canvas = card(page, hostile).locator("canvas");

      canvas.hover();

      assertThat(page.locator(".tip td").first()).hasText(hostile);
      assertThat(page.locator("img")).hasCount(0);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void lockedLinkShowsNothingUntilItsPasswordIsRight() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Secret").withAllTypes();
    String locked = dashboard.share("{\"access\": \"view\", \"password\": \"open sesame\"}");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(locked);
      assertThat(page.getByLabel("Password")).isVisible();
      assertThat(page.content()).doesNotContain("Secret");
      visitor.expectAccessible();

      enter(page, "wrong");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("not the password");
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("This link is locked");

      enter(page, "open sesame");
      assertThat(card(page, "Lines").locator("canvas")).isVisible();
      page.reload();
      assertThat(card(page, "Lines").locator("canvas")).isVisible();
    }
  }

  @Test
  void tooManyWrongPasswordsAreToldWhenToTryAgain() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Tried");
    String locked = dashboard.share("{\"access\": \"view\", \"password\": \"open sesame\"}");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(locked);

      for (int i = 0; i <= 10; i++) {
        enter(page, "wrong " + i);
        assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Open");
      }

      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many tries. Try again in");
    }
  }

  @Test
  void revokedAndUnknownLinksGetTheSamePage() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Gone");
    String revoked = dashboard.share(VIEW);
    dashboard.revokeAll();
    String unknown = revoked.substring(0, revoked.length() - 4) + "AAAA";
    try (Visitor visitor = browser.visitor()) {
      for (String gone : List.of(revoked, unknown)) {
        Response answer = visitor.page().navigate(gone);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(visitor.page().getByRole(AriaRole.HEADING)).hasText("There is no such link");
        visitor.expectAccessible();
      }
    }
  }

  @Test
  void openPageShowsNewRowsByItself() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Live");
    dashboard.with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.clock().install();
      page.navigate(dashboard.share(VIEW));
      Locator card = card(page, "Bars");
      card.getByText("Show as table").click();
      assertThat(row(card, 1)).hasText(new String[] {"coal", "780"});

      dashboard.push("[{\"kind\": \"coal\", \"amount\": 20}]");
      page.clock().runFor(REFRESH_MILLIS);

      assertThat(row(card, 1)).hasText(new String[] {"coal", "800"});
    }
  }

  /** Renames again until it is seen: the page may just have begun to listen. */
  @Test
  void openPageHearsOfANewTitleAtOnce() {
    SampleDashboard dashboard = SampleDashboard.create(server, "First name").withAllTypes();
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(dashboard.share(VIEW));
      assertThat(card(visitor.page(), "Lines").locator("canvas")).isVisible();
      AtomicInteger names = new AtomicInteger();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> {
            String name = "Name " + names.incrementAndGet();
            dashboard.rename(name);
            assertThat(visitor.page().getByText(name))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
          });
    }
  }

  @Test
  void revokedLinkTakesTheOpenPageWithIt() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Closing").withAllTypes();
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(dashboard.share(VIEW));
      assertThat(card(page, "Lines").locator("canvas")).isVisible();

      dashboard.revokeAll();

      assertThat(page.getByText("There is no such link")).isVisible();
    }
  }

  @Test
  void chartsLieWhereTheirPlacesAreAndInOneColumnOnPhones() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Placed");
    dashboard
        .placed("barchart", "Right", SampleDashboard.byKind(), place(16, 0, 8, 8))
        .placed("barchart", "Left", SampleDashboard.byKind(), place(0, 0, 16, 8))
        .placed("barchart", "Below", SampleDashboard.byKind(), place(0, 20, 24, 4));
    String link = dashboard.share(VIEW);
    try (Visitor visitor = browser.visitor();
        Visitor phone = browser.visitor(360, 740, ColorScheme.LIGHT)) {
      visitor.page().navigate(link);
      phone.page().navigate(link);

      BoundingBox left = box(visitor.page(), "Left");
      BoundingBox right = box(visitor.page(), "Right");
      assertThat(left.width).isCloseTo(2 * right.width + 8, within(1.0));
      assertThat(right.x).isCloseTo(left.x + left.width + 8, within(1.0));
      assertThat(left.height).isEqualTo(8 * 38 - 8);
      assertThat(box(visitor.page(), "Below").y).isEqualTo(left.y + left.height + 8);
      assertThat(box(phone.page(), "Right").y).isGreaterThan(box(phone.page(), "Left").y);
      assertThat(box(phone.page(), "Right").x).isEqualTo(box(phone.page(), "Left").x);
      phone.expectFitsTheWidth();
    }
  }

  @Test
  void oneVisualizationIsSharedAlone() {
    String only =
        sample
            .owner()
            .post("/visualizations/" + sample.visualizations().getFirst() + "/share")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(only);

      assertThat(visitor.page().locator("visualization-card canvas")).isVisible();
      assertThat(visitor.page().locator("visualization-card")).hasCount(1);
      assertThat(visitor.page().getByText("Power")).hasCount(0);
    }
  }

  private static Locator card(Page page, String title) {
    return page.locator("visualization-card")
        .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.HEADING, named(title))));
  }

  private static BoundingBox box(Page page, String title) {
    assertThat(card(page, title).locator("canvas")).isVisible();
    return card(page, title).boundingBox();
  }

  private static String place(int x, int y, int w, int h) {
    return "{\"x\": %d, \"y\": %d, \"w\": %d, \"h\": %d}".formatted(x, y, w, h);
  }

  /** Cells of a row of the table in a card, counted from 1. */
  private static Locator row(Locator card, int number) {
    return card.locator("tbody tr").nth(number - 1).locator("td");
  }

  private static String hourlyRows(int count) {
    Instant first = Instant.parse("2020-01-01T00:00:00Z");
    return IntStream.range(0, count)
        .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
        .map(at -> "{\"at\": \"" + at + "\", \"kind\": \"sun\", \"amount\": 1}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String byHour() {
    return """
    "x": {"column": "at"}, "measures": [{"aggregation": "count", "name": "rows"}]\
    """;
  }

  private static void enter(Page page, String password) {
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON).click();
  }
}
