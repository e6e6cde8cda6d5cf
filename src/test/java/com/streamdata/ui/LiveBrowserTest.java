package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charts that change while somebody looks at them. */
class LiveBrowserTest {
  /** What a chart of three bars is called; before the push there are two. */
  private static final Pattern THREE = Pattern.compile(".* 3 points .*");

  private static final String MARKED = "window.loadedOnce = true";

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
  void chartChangesAfterAPushWithoutLoadingThePageAgain() {
    SampleDashboard sample = charted("Pushed");
    try (Visitor visitor = browser.visitor()) {
      Page page = open(visitor, sample);
      page.waitForCondition(() -> visitor.requests().getLast().contains("/events"));
      int asked = visitor.requests().size();

      sample.push(row("solar", 7));

      assertThat(drawn(page)).hasAttribute("aria-label", THREE);
      assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
      assertThat(visitor.requests()).hasSize(asked);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void chartChangesAfterTheConnectionWasCut() {
    SampleDashboard sample = charted("Cut");
    try (Visitor visitor = browser.visitor()) {
      Page page = open(visitor, sample);

      page.context().setOffline(true);
      sample.push(row("solar", 7));
      page.context().setOffline(false);

      assertThat(drawn(page)).hasAttribute("aria-label", THREE);
      assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
    }
  }

  @Test
  void chartChangesAfterTheServerWasStartedAgain() {
    try (Visitor visitor = browser.visitor()) {
      TestServer first = TestServer.start();
      SampleDashboard sample =
          SampleDashboard.create(first, "Again").with("barchart", "Bars", SampleDashboard.byKind());
      Page page = open(visitor, sample);
      String port = "" + URI.create(first.url()).getPort();

      first.stop();
      try (TestServer _ = TestServer.startIn(first.dataDir(), Map.of("STREAMDATA_PORT", port))) {
        sample.push(row("solar", 7));

        assertThat(drawn(page)).hasAttribute("aria-label", THREE);
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
      }
    }
  }

  @Test
  void chartChangesWhereStreamsAreBlocked() {
    SampleDashboard sample = charted("Blocked");
    try (Visitor visitor = browser.visitor()) {
      visitor.page().route("**/events*", route -> route.abort());
      Page page = open(visitor, sample);

      sample.push(row("solar", 7));

      assertThat(drawn(page)).hasAttribute("aria-label", THREE);
    }
  }

  @Test
  void chartChangesWhereNoMoreStreamsAreAllowed() {
    try (TestServer full = TestServer.start(Map.of("STREAMDATA_STREAMS_PER_CLIENT", "0"));
        Visitor visitor = browser.visitor()) {
      SampleDashboard sample =
          SampleDashboard.create(full, "Full").with("barchart", "Bars", SampleDashboard.byKind());
      Page page = open(visitor, sample);
      page.waitForResponse(
          response -> response.url().contains("/events") && response.status() == 429, () -> {});

      sample.push(row("solar", 7));

      assertThat(drawn(page)).hasAttribute("aria-label", THREE);
      assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
      assertThat(page.locator("visualization-card .note")).hasCount(0);
    }
  }

  @Test
  void streamThatFallsSilentIsOpenedAgain() {
    SampleDashboard sample = charted("Silent");
    try (Visitor visitor = browser.visitor()) {
      visitor.page().clock().install();
      Page page = open(visitor, sample);
      page.waitForCondition(() -> streams(visitor) == 1);

      page.clock().fastForward(39_000);
      page.waitForCondition(() -> streams(visitor) == 1);
      page.clock().fastForward(15_000);

      page.waitForCondition(() -> streams(visitor) > 1);
    }
  }

  private static long streams(Visitor visitor) {
    return visitor.requests().stream().filter(url -> url.contains("/events")).count();
  }

  @Test
  void revokedLinkTakesTheOpenPageWithIt() {
    SampleDashboard sample = charted("Revoked");
    try (Visitor visitor = browser.visitor()) {
      Page page = open(visitor, sample);

      sample.revokeAll();

      assertThat(page.getByText("There is no such link")).isVisible();
    }
  }

  private static SampleDashboard charted(String name) {
    return SampleDashboard.create(server, name).with("barchart", "Bars", SampleDashboard.byKind());
  }

  private static Page open(Visitor visitor, SampleDashboard sample) {
    Page page = visitor.page();
    page.navigate(sample.share("{\"access\": \"view\"}"));
    assertThat(drawn(page)).isVisible();
    page.evaluate(MARKED);
    return page;
  }

  private static Locator drawn(Page page) {
    return page.locator("visualization-card").getByRole(AriaRole.IMG);
  }

  private static String row(String kind, int amount) {
    return """
    [{"at": "2025-12-20T12:00:00Z", "kind": "%s", "amount": %d, "large": 1}]\
    """
        .formatted(kind, amount);
  }
}
