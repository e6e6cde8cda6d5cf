import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast the share page is in a browser whose cache is empty. */
final class PageBench {
  private static final int RUNS = 5;
  private static final int CHARTS = 20;
  private static final int POINTS = 2_000;
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(\\d+)\"");
  private static final Pattern LINK = Pattern.compile("\"share_link\"\\s*:\\s*\"([^\"]+)\"");

  /** Notes when the first and the last chart were drawn, and what moved after that. */
  private static final String WATCH =
      """
      window.seen = {first: 0, all: 0, count: 0, shift: 0};
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.seen.shift += entry.value;
      }).observe({type: 'layout-shift', buffered: true});
      const count = (root) => [...root.querySelectorAll('*')].reduce(
        (sum, one) => sum + (one.localName === 'canvas' ? 1 : 0) +
          (one.shadowRoot ? count(one.shadowRoot) : 0), 0);
      const look = () => {
        const drawn = count(document);
        const now = performance.now();
        if (drawn > 0 && window.seen.first === 0) window.seen.first = now;
        if (drawn > window.seen.count) window.seen.all = now;
        window.seen.count = drawn;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  private PageBench(String url, String key) {
    this.url = url;
    this.key = key;
  }

  public static void main(String[] arguments) throws Exception {
    PageBench bench = new PageBench(arguments[0], arguments[1]);
    String few = bench.dashboard(6, 200);
    String many = bench.dashboard(CHARTS, POINTS);
    Path chromium =
        Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    try (Playwright playwright = Playwright.create();
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      List<Seen> cold = runs(browser, few, 6);
      line("first chart after a cold load", median(cold, Seen::first), "ms", 1000);
      line("bytes before it, compressed", median(cold, Seen::bytes) / 1024, "KB", 300);
      line("layout shift", median(cold, Seen::shift) / 1000, "", 0);
      double all = median(runs(browser, many, CHARTS), Seen::all);
      line("all of 20 charts of 2,000 points", all, "ms", 1500);
    }
  }

  /** What one load showed; the shift in thousandths. */
  private record Seen(double first, double all, double bytes, double shift) {}

  private static List<Seen> runs(Browser browser, String link, int charts) {
    List<Seen> seen = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      seen.add(load(browser, link, charts));
    }
    return seen;
  }

  private static Seen load(Browser browser, String link, int charts) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
      Page page = context.newPage();
      page.addInitScript(WATCH);
      AtomicLong bytes = new AtomicLong();
      CDPSession network = context.newCDPSession(page);
      network.send("Network.enable");
      network.on(
          "Network.loadingFinished",
          event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      page.navigate(link);
      page.locator("chart-canvas canvas").first().waitFor();
      long before = bytes.get();
      page.locator("chart-canvas canvas").nth(charts - 1).waitFor();
      page.waitForTimeout(500);
      return new Seen(
          number(page, "first"), number(page, "all"), before, number(page, "shift") * 1000);
    }
  }

  private static double number(Page page, String name) {
    return Double.parseDouble(page.evaluate("window.seen." + name).toString());
  }

  private static double median(List<Seen> all, java.util.function.ToDoubleFunction<Seen> figure) {
    return all.stream().mapToDouble(figure).sorted().skip(all.size() / 2).findFirst().orElse(0);
  }

  private static void line(String what, double value, String unit, double bar) {
    System.out.printf(
        Locale.ROOT,
        "%-36s %10.2f %-3s bar %6.0f %s%n",
        what,
        value,
        unit,
        bar,
        value <= bar ? "" : "MISSED");
  }

  /** Makes a dashboard of lines and returns a link to it. */
  private String dashboard(int charts, int points) throws Exception {
    String id = id(post("/dashboards", "{\"name\": \"Page bench\"}"));
    String source =
        id(post("/dashboards/" + id + "/sources", "{\"name\": \"rows\", \"kind\": \"push\"}"));
    List<String> rows = new ArrayList<>();
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < points; i++) {
      rows.add(
          "{\"at\": \"" + start.plusSeconds(60L * i) + "\", \"v\": " + Math.sin(i / 50.0) + "}");
    }
    post("/sources/" + source + "/rows", "[" + String.join(",", rows) + "]");
    for (int chart = 0; chart < charts; chart++) {
      post(
          "/dashboards/" + id + "/visualizations",
          """
          {"type": "linechart", "title": "Line %d", "query": {"source": "%s",
           "x": {"column": "at", "bucket": "minute"}, "limit": 10000,
           "measures": [{"column": "v", "aggregation": "avg"}]}}
          """
              .formatted(chart, source));
    }
    return found(LINK, post("/dashboards/" + id + "/share", "{\"access\": \"view\"}"));
  }

  private String post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return answer.body();
  }

  private static String id(String json) {
    return found(ID, json);
  }

  private static String found(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException(json);
    }
    return matcher.group(1);
  }
}
