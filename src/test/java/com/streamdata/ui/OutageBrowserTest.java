package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.testing.TestEndpoint.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors see of sources that fail and of data that takes long, while the rest is live. */
class OutageBrowserTest {
  private static final Pattern THREE = Pattern.compile(".* 3 points .*");
  private static final String TOLD = "New data cannot be fetched at the moment; shown is what came";

  private static TestServer server;
  private static TestBrowser browser;
  private TestEndpoint endpoint;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    endpoint = TestEndpoint.http();
    work();
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @ParameterizedTest
  @CsvSource({"true, LIGHT, 1280", "false, DARK, 360"})
  void tileOfAFailingSourceSaysSoWhileTheOthersAreLive(
      boolean streams, ColorScheme scheme, int width) {
    SampleDashboard sample =
        SampleDashboard.create(server, "Live").with("barchart", "Bars", SampleDashboard.byKind());
    String source = fetched(sample, "");
    SampleDashboard weather = of(source, sample);
    weather.with("barchart", "Weather", degrees());
    String link = sample.share("{\"access\": \"view\"}");
    try (Visitor visitor = browser.visitor(width, 900, scheme)) {
      Page page = visitor.page();
      if (!streams) {
        page.route("**/events*", route -> route.abort());
      }
      page.navigate(link);
      assertThat(drawn(page, "Weather")).isVisible();

      fail();
      refresh(source);
      assertThat(card(page, "Weather").getByText(TOLD)).isVisible();
      sample.push("[{\"at\": \"2025-12-20T12:00:00Z\", \"kind\": \"solar\", \"amount\": 7}]");
      assertThat(drawn(page, "Bars")).hasAttribute("aria-label", THREE);
      assertThat(card(page, "Bars").getByText(TOLD)).hasCount(0);
      assertThat(drawn(page, "Weather")).isVisible();
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();
      assertThat(page.content()).doesNotContain("127.0.0.1:" + endpoint.port());

      work();
      refresh(source);
      assertThat(page.getByText(TOLD)).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"share", "public-dashboards"})
  void whereThereNeverWereRowsItSaysThatThereAreNoneYet(String kind) {
    fail();
    SampleDashboard sample = SampleDashboard.create(server, "Nothing yet");
    String source =
        source(
            sample,
            ", \"columns\": [{\"name\": \"city\", \"type\": \"text\"}, "
                + "{\"name\": \"degrees\", \"type\": \"number\"}]");
    of(source, sample).with("barchart", "Weather", degrees());
    refresh(source);
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(kind.equals("share") ? alone(sample) : madePublic(sample));

      String words = "There is no data yet: it cannot be fetched at the moment.";
      assertThat(card(page, "Weather").getByText(words)).isVisible();
      work();
      refresh(source);
      assertThat(page.locator("visualization-card canvas")).isVisible();
      assertThat(page.getByText(words)).hasCount(0);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void tileWhoseQueryFailsSaysSoWhileTheOthersAreLive() {
    SampleDashboard sample =
        SampleDashboard.create(server, "Broken").with("barchart", "Bars", SampleDashboard.byKind());
    String sql =
        """
        {"type": "table", "title": "Broken", "query": {"statements": [{"ref": "A",
         "source": "%s", "format": "table", "hidden": false, "sql": "SELECT kind::INT FROM rows"}]}}
        """
            .formatted(sample.source());
    sample.owner().post("/dashboards/" + sample.id() + "/visualizations", sql).expect(201);
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(sample.share("{\"access\": \"view\"}"));
      assertThat(card(page, "Broken").getByRole(AriaRole.ALERT))
          .hasText("This query fails. Whoever has an account here sees why.");

      sample.push("[{\"at\": \"2025-12-20T12:00:00Z\", \"kind\": \"solar\", \"amount\": 7}]");

      assertThat(drawn(page, "Bars")).hasAttribute("aria-label", THREE);
      assertThat(card(page, "Broken").getByRole(AriaRole.ALERT)).isVisible();
    }
  }

  @Test
  void tileThatTakesLongSaysSoWhileTheOthersAreLive() {
    SampleDashboard sample = slowAndFast();
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      String slow = sample.visualizations().getFirst();
      page.route("**/events*", route -> route.abort());
      page.route("**/visualizations/" + slow + "/data*", _ -> {});
      page.navigate(sample.share("{\"access\": \"view\"}"));
      assertThat(card(page, "Slow").getByText("This takes longer than usual.")).isVisible();

      sample.push("[{\"at\": \"2025-12-20T12:00:00Z\", \"kind\": \"solar\", \"amount\": 7}]");

      assertThat(drawn(page, "Fast")).hasAttribute("aria-label", THREE);
      assertThat(card(page, "Slow").getByText("This takes longer than usual.")).isVisible();
      visitor.expectAccessible();
    }
  }

  @Test
  void tileThatTakesLongIsSentAsSoonAsItIsThere() {
    SampleDashboard sample = slowAndFast();
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      String slow = sample.visualizations().getFirst();
      page.route("**/visualizations/" + slow + "/data*", _ -> {});
      page.navigate(sample.share("{\"access\": \"view\"}"));

      assertThat(drawn(page, "Slow")).isVisible();
      sample.push("[{\"at\": \"2025-12-20T12:00:00Z\", \"kind\": \"solar\", \"amount\": 7}]");
      assertThat(drawn(page, "Fast")).hasAttribute("aria-label", THREE);
      assertThat(drawn(page, "Slow")).hasAttribute("aria-label", THREE);
      long asked =
          visitor.requests().stream().filter(url -> url.contains("/" + slow + "/data")).count();
      assertThat(asked).isEqualTo(1);
    }
  }

  private static SampleDashboard slowAndFast() {
    return SampleDashboard.create(server, "Slow")
        .with("barchart", "Slow", SampleDashboard.byKind())
        .with("barchart", "Fast", SampleDashboard.byKind());
  }

  private static String alone(SampleDashboard sample) {
    return sample
        .owner()
        .post("/visualizations/" + sample.visualizations().getLast() + "/share", "{}")
        .expect(200)
        .json()
        .path("share_link")
        .asString();
  }

  private static String madePublic(SampleDashboard sample) {
    String uid = sample.owner().get("/dashboards/" + sample.id()).json().path("uid").asString();
    String token =
        sample
            .owner()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
            .expect(200)
            .json()
            .path("accessToken")
            .asString();
    return server.url() + "/public-dashboards/" + token;
  }

  private String fetched(SampleDashboard sample, String more) {
    String source = source(sample, more);
    await()
        .until(() -> sample.owner().get("/sources/" + source).json().path("row_count").asInt() > 0);
    return source;
  }

  private String source(SampleDashboard sample, String more) {
    String body =
        "{\"name\": \"Secret name\", \"kind\": \"rest\", \"url\": \"%s\", \"refresh_seconds\": 3600%s}"
            .formatted(endpoint.url("/v"), more);
    return sample
        .owner()
        .post("/dashboards/" + sample.id() + "/sources", body)
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static SampleDashboard of(String source, SampleDashboard sample) {
    return new SampleDashboard(sample.owner(), sample.id(), source, sample.visualizations());
  }

  private static String degrees() {
    return "\"x\": {\"column\": \"city\"}, "
        + "\"measures\": [{\"column\": \"degrees\", \"aggregation\": \"sum\"}]";
  }

  private void work() {
    endpoint.json(
        "/v", "[{\"city\": \"Oslo\", \"degrees\": 4}, {\"city\": \"Rome\", \"degrees\": 9}]");
  }

  private void fail() {
    endpoint.on("/v", answer(503, Map.of(), "closed for lunch"));
  }

  private static void refresh(String source) {
    server.admin().post("/sources/" + source + "/refresh", "").expect(200);
  }

  private static Locator card(Page page, String title) {
    Locator heading =
        page.getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setName(title).setExact(true).setIncludeHidden(true));
    return page.locator("visualization-card").filter(new Locator.FilterOptions().setHas(heading));
  }

  private static Locator drawn(Page page, String title) {
    return card(page, title).getByRole(AriaRole.IMG);
  }
}
