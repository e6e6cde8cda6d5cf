package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scripts come when they are needed, and whoever waits for one in vain is told. */
class PartsBrowserTest {
  private static final int MOST_BYTES = 300 * 1024;
  private static final String NOT_LOADED = "A part of this page did not load.";
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
  void visitorLoadsWhatDrawsChartsAndNothingElse() {
    SampleDashboard sample = SampleDashboard.create(server, "Looked at").withAllTypes();
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(sample.share("{\"access\": \"view\"}"));
      assertThat(page.locator("visualization-card canvas")).hasCount(5);

      List<String> requests = visitor.requests().stream().map(PartsBrowserTest::path).toList();
      String html = server.anonymous().get(requests.getFirst()).text();
      assertThat(requests).doesNotHaveDuplicates();
      assertThat(requests)
          .filteredOn(path -> path.startsWith("/assets/"))
          .allMatch(path -> html.contains("\"..".concat(path).concat("\"")));
      TestClient client = server.anonymous().with("Accept-Encoding", "gzip");
      int bytes =
          requests.stream()
              .filter(path -> !path.contains("/events"))
              .mapToInt(path -> client.get(path).expect(200).bytes().length)
              .sum();
      assertThat(bytes).isBetween(100 * 1024, MOST_BYTES);
    }
  }

  @Test
  void toolsOfAnEditLinkComeWhenTheyAreUsed() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Edited").with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(sample.share("{\"access\": \"edit\"}"));
      assertThat(page.locator("visualization-card canvas")).hasCount(1);
      assertThat(visitor.requests()).noneMatch(script("visualization-editor"));
      assertThat(visitor.requests()).noneMatch(script("filter-dialog"));

      button(page, "Filter data").click();

      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      assertThat(visitor.requests()).anyMatch(script("filter-dialog"));
      assertThat(visitor.requests()).noneMatch(script("visualization-editor"));
    }
  }

  @Test
  void pageOfAnEarlierBuildLoadsItselfAnewOnce() {
    SampleDashboard sample = SampleDashboard.create(server, "Old page");
    try (Visitor owner = browser.visitor()) {
      Page page = signedIn(owner);
      AtomicInteger pages = new AtomicInteger();
      AtomicInteger gone = new AtomicInteger();
      page.route(
          "**/app/dashboards/*",
          route -> {
            pages.incrementAndGet();
            answerAsAnEarlierBuild(route, pages.get() == 1);
          });
      page.route(
          "**/assets/rename-dialog-*",
          route -> {
            gone.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(404));
          });
      page.navigate(server.url() + "/app/dashboards/" + sample.id());

      button(page, "Rename").click();

      page.waitForCondition(() -> pages.get() == 3);
      button(page, "Rename").click();
      assertThat(page.getByText(NOT_LOADED)).isVisible();
      assertThat(gone.get()).isEqualTo(2);
      button(page, "Share").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      assertThat(page.getByText(NOT_LOADED)).isHidden();
    }
  }

  @Test
  void roomWhoseScriptDoesNotComeSaysSo() {
    try (Visitor owner = browser.visitor()) {
      Page page = signedIn(owner);
      page.route("**/assets/account-room-*", Route::abort);

      page.navigate(server.url() + "/app/account");

      assertThat(page.getByRole(AriaRole.ALERT)).containsText(NOT_LOADED);
      page.unroute("**/assets/account-room-*");
      button(page, "Load the page anew").click();
      assertThat(page.locator("account-room h1")).isVisible();
    }
  }

  @Test
  void roomThatIsLongInComingSaysThatItIsLoading() {
    try (Visitor owner = browser.visitor()) {
      Page page = signedIn(owner);
      List<Route> held = new CopyOnWriteArrayList<>();
      page.route("**/assets/account-room-*", held::add);

      page.navigate(server.url() + "/app/account");

      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Loading…");
      held.forEach(Route::resume);
      assertThat(page.locator("account-room h1")).isVisible();
      assertThat(page.getByText("Loading…")).hasCount(0);
    }
  }

  @Test
  void chartsThatCannotBeDrawnSayWhyAndLeaveTheirTables() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Blank").with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.route("**/assets/charts-*", Route::abort);

      page.navigate(sample.share("{\"access\": \"view\"}"));

      assertThat(page.locator("visualization-card").getByRole(AriaRole.ALERT)).hasText(NOT_LOADED);
      button(page, "Show as table").click();
      assertThat(page.getByText("coal")).isVisible();
    }
  }

  private static Page signedIn(Visitor visitor) {
    Page page = visitor.signIn(server, "/app/");
    assertThat(page.locator("dashboard-list h1")).isVisible();
    return page;
  }

  /** A page whose script has another version, or the one that the server would send. */
  private static void answerAsAnEarlierBuild(Route route, boolean earlier) {
    String html = route.fetch().text();
    String body = earlier ? html.replaceFirst("app\\.js\\?v=\\w+", "app.js?v=0") : html;
    route.fulfill(
        new Route.FulfillOptions().setContentType("text/html;charset=utf-8").setBody(body));
  }

  private static Predicate<String> script(String part) {
    return Pattern.compile("/assets/" + part + "-\\w+\\.js$").asPredicate();
  }

  private static String path(String url) {
    return url.substring(server.url().length());
  }
}
