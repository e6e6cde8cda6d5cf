package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.testing.TestEndpoint.answer;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.Rooms.Room;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The steps of adding a data source, over a dashboard of its own and an API that is served here.
 */
final class SourceRooms implements AutoCloseable {
  private static final FilePayload SALES =
      new FilePayload("sales.csv", "text/csv", sales().getBytes(StandardCharsets.UTF_8));

  private final TestServer server;
  private final TestEndpoint api = TestEndpoint.http();
  private final String dashboard;

  SourceRooms(TestServer server) {
    this.server = server;
    TestClient admin = server.admin();
    dashboard = admin.post("/dashboards", "{\"name\": \"Weather stations\"}").expect(201).id();
    api.json("/readings", "{\"readings\": [%s]}".formatted(readings()));
    api.json(
        "/places",
        "{\"readings\": [%s], \"stations\": [{\"id\": 1, \"city\": \"Oslo\"}]}"
            .formatted(readings()));
    api.on("/away", answer(503, Map.of("Content-Type", "text/plain"), "Back at 10:00"));
    String source =
        admin
            .post(
                "/dashboards/" + dashboard + "/sources",
                """
                {"name": "Oslo", "kind": "rest", "url": "%s", "refresh_seconds": 3600}
                """
                    .formatted(api.url("/oslo")))
            .expect(201)
            .id();
    api.json("/oslo", "{\"readings\": [%s]}".formatted(readings()));
    String refresh = "/sources/" + source + "/refresh";
    admin.post(refresh, "").expect(200);
    api.on("/oslo", answer(503, Map.of("Content-Type", "text/plain"), "Back at 10:00"));
    admin.post(refresh, "").expect(200);
  }

  List<Room> all() {
    return List.of(
        room("source-push", page -> choose(page, "Push")),
        room("source-rest", this::tested),
        room("source-row-places", this::places),
        room("source-connection-failure", this::failure),
        room("source-sql", this::sql),
        room("source-kafka", this::kafka),
        room("source-folder", this::folder),
        room("source-rejected-lines", this::rejected),
        room("source-runs", this::runs));
  }

  private static Room room(String name, Consumer<Page> enter) {
    return new Room(name, true, enter);
  }

  private void tested(Page page) {
    Locator form = rest(page, "Weather", "/readings");
    assertThat(form.getByText("Tested: 28 rows.")).isVisible();
  }

  private void places(Page page) {
    Locator form = rest(page, "Weather", "/places");
    assertThat(form.getByText("Tested: 28 rows.")).isVisible();
    form.locator("row-places").scrollIntoViewIfNeeded();
  }

  private void failure(Page page) {
    rest(page, "Weather", "/away");
    Locator failure = page.getByRole(AriaRole.ALERTDIALOG);
    assertThat(failure.getByRole(AriaRole.HEADING, within("Connection Failure"))).isVisible();
  }

  private void sql(Page page) {
    Locator form = choose(page, "SQL database");
    fill(form, "Name", "Shop");
    fill(form, "Host", "database.example.com");
    fill(form, "Database", "shop");
    fill(form, "User", "reader");
    fill(form, "Password", "correct horse");
    form.getByLabel("Rows of").selectOption("statement");
    fill(form, "Statement", "SELECT ordered_at, country, amount FROM orders");
  }

  private void kafka(Page page) {
    Locator form = choose(page, "Kafka topic");
    fill(form, "Name", "Orders");
    form.getByLabel("Brokers").fill("broker-1.example.com:9092, broker-2.example.com:9092");
    form.getByLabel("Topic", new Locator.GetByLabelOptions().setExact(true)).fill("orders");
    form.getByLabel("Security").selectOption("sasl_tls");
    fill(form, "User", "streamdata");
    fill(form, "Password", "correct horse");
  }

  private void folder(Page page) {
    Locator form = choose(page, "Watched folder");
    fill(form, "Name", "Exports");
    form.getByLabel("Folder on the server").fill("exports/daily");
  }

  private void rejected(Page page) {
    sources(page);
    page.locator("kind-picker input[type=file]").setInputFiles(SALES);
    assertThat(page.getByText("2 lines were left out.")).isVisible();
    page.locator("rejected-lines").scrollIntoViewIfNeeded();
  }

  private void runs(Page page) {
    sources(page);
    button(page, "Rows and runs Oslo").click();
    // What failed is tried again by itself: there may be more runs by now.
    assertThat(page.locator("run-history tbody tr").nth(1)).isVisible();
    assertThat(page.locator("source-rows tbody tr")).hasCount(28);
  }

  private Locator rest(Page page, String name, String path) {
    Locator form = choose(page, "REST API");
    fill(form, "Name", name);
    form.getByLabel("API URL").fill(api.url(path));
    button(form, "Test").click();
    return form;
  }

  private Locator choose(Page page, String kind) {
    sources(page);
    page.locator("kind-picker")
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^(Add: )?" + kind)))
        .click();
    return page.locator("source-form");
  }

  private void sources(Page page) {
    page.navigate(server.url() + "/app/dashboards/" + dashboard);
    DashboardMenu.item(page, "Data sources").click();
    assertThat(
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Data sources")))
        .isVisible();
  }

  private static void fill(Locator form, String label, String text) {
    form.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
  }

  private static String readings() {
    return IntStream.rangeClosed(1, 28)
        .mapToObj(day ->
            "{\"at\": \"2026-02-%02dT06:00:00Z\", \"city\": \"Oslo\", \"warmth\": %d}"
                .formatted(day, day - 9))
        .collect(Collectors.joining(","));
  }

  /** More lines than a reader looks at before it takes a column to hold numbers. */
  private static String sales() {
    return "day,amount\n"
        + IntStream.range(0, 25_000)
            .mapToObj(row -> "2026-01-01," + (row == 24_000 || row == 24_500 ? "many" : row))
            .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    api.close();
  }
}
