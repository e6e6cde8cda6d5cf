package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every page and dialog of the application, over the demo, as a person comes to it. */
final class Rooms implements AutoCloseable {
  /** What a server needs to have all of them. */
  static final Map<String, String> SETTINGS =
      Map.of("STREAMDATA_DEMO", "true", "STREAMDATA_ALLOWED_NETWORKS", "127.0.0.1");

  private static final String NOBODYS = "0".repeat(32);
  private static final String NO_LINK = "text=There is no such link";

  private final TestServer server;
  private final SourceRooms sources;
  private final String dashboard;
  private final String open;
  private final String locked;
  private final String coded;
  private final String paused;

  private Rooms(TestServer server) {
    this.server = server;
    TestClient admin = server.admin();
    JsonNode all = admin.get("/dashboards").json().path("dashboards");
    dashboard = all.get(0).path("id").asString();
    open = share("{\"access\": \"view\"}");
    locked = share("{\"access\": \"view\", \"password\": \"1234\"}");
    coded = publish(all.get(1).path("id").asString(), "\"isEnabled\": true, \"share\": \"email\"");
    sources = new SourceRooms(server);
    paused = publish(all.get(2).path("id").asString(), "\"isEnabled\": false");
    admin
        .post(
            "/users",
            """
            {"name": "Grace Hopper", "email": "grace@email.com", "password": "12345678",
             "role": "editor"}
            """)
        .expect(201);
  }

  /** Of a server with these settings. */
  static Rooms of(TestServer server) {
    return new Rooms(server);
  }

  /**
   * One of them.
   *
   * @param signedIn whether one has to be signed in to come there
   */
  record Room(String name, boolean signedIn, Consumer<Page> enter) {}

  List<Room> all() {
    return Stream.concat(own().stream(), sources.all().stream()).toList();
  }

  private List<Room> own() {
    return List.of(
        visitors("sign-in", page -> go(page, "/app/", "text=Sign in to StreamData")),
        visitors("share", page -> enter(page, open, "visualization-card canvas")),
        visitors("share-wall", page -> enter(page, open + "?kiosk", "visualization-card canvas")),
        visitors("share-large", this::enlarge),
        visitors("share-table", this::asTable),
        visitors("password", page -> enter(page, locked, "text=This link is locked")),
        visitors("code", page -> enter(page, coded, "text=Shared with specific people")),
        visitors("paused", page -> enter(page, paused, "text=This dashboard is paused")),
        visitors("gone", page -> go(page, "/public-dashboards/" + NOBODYS, NO_LINK)),
        visitors("not-found", page -> go(page, "/share/" + NOBODYS, NO_LINK)),
        owners("list", page -> go(page, "/app/", "dashboard-list tbody td")),
        owners("new-from-grafana", page -> dialog(page, "/app/", "New from Grafana")),
        owners("dashboard", this::dashboard),
        owners("dashboard-history", this::history),
        owners("editor", page -> dialog(page, path(), "Change Temperature by month")),
        owners("editor-look", this::look),
        owners("metric-editor", page -> dialog(page, path(), "Customize metric Warmest day")),
        owners("data-sources", page -> fromMenu(page, "Data sources")),
        owners("filter-data", page -> fromMenu(page, "Filter data")),
        owners("rename", page -> fromMenu(page, "Rename")),
        owners("delete", page -> fromMenu(page, "Delete")),
        owners("share-dialog", page -> fromMenu(page, "Share")),
        owners("api-information", page -> fromMenu(page, "StreamData API")),
        owners("shared-dashboards", page -> go(page, "/app/shared", "shared-links tbody td")),
        owners("users", page -> go(page, "/app/users", "users-room tbody td")),
        owners("add-user", page -> dialog(page, "/app/users", "Add a user")),
        owners("account", page -> go(page, "/app/account", "account-room h1")),
        owners("dashboard-menu", this::menu));
  }

  /** Signs in the first admin. */
  void signIn(Visitor visitor) {
    Page page = visitor.signIn(server, "/app/");
    assertThat(page.locator("dashboard-list tbody td").first()).isVisible();
  }

  private static Room visitors(String name, Consumer<Page> enter) {
    return new Room(name, false, enter);
  }

  private static Room owners(String name, Consumer<Page> enter) {
    return new Room(name, true, enter);
  }

  private String path() {
    return "/app/dashboards/" + dashboard;
  }

  private void go(Page page, String path, String there) {
    enter(page, server.url() + path, there);
  }

  private static void enter(Page page, String url, String there) {
    page.navigate(url);
    assertThat(page.locator(there).first()).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  private void dashboard(Page page) {
    go(page, path(), "visualization-card canvas");
  }

  private void history(Page page) {
    dashboard(page);
    page.getByText("History of changes").click();
    assertThat(page.locator("change-history li").first()).isVisible();
    page.locator("change-history ol").scrollIntoViewIfNeeded();
  }

  private void enlarge(Page page) {
    enter(page, open, "visualization-card canvas");
    enter(page, page.locator("a.title").first().getAttribute("href"), "visualization-card.alone");
    assertThat(page.locator("visualization-card canvas")).isVisible();
  }

  private void asTable(Page page) {
    enter(page, open, "visualization-card canvas");
    page.getByText("Show as table").first().click();
    assertThat(page.getByText("Show as chart")).isVisible();
  }

  /** Opened by the button with this name. */
  private void dialog(Page page, String path, String button) {
    go(page, path, path.equals(path()) ? "visualization-card canvas" : "tbody td");
    named(page, button).click();
    dialogIsThere(page);
  }

  private void fromMenu(Page page, String item) {
    dashboard(page);
    DashboardMenu.item(page, item).click();
    dialogIsThere(page);
  }

  private static void dialogIsThere(Page page) {
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    assertThat(page.getByRole(AriaRole.DIALOG).getByText("Loading…")).hasCount(0);
  }

  private static Locator named(Page page, String button) {
    return page.locator("main, owned-dashboard").getByRole(AriaRole.BUTTON, within(button)).first();
  }

  /** A drawer on phones, else folded. */
  private void menu(Page page) {
    dashboard(page);
    Locator drawer = DashboardMenu.drawer(page);
    (drawer.isVisible() ? drawer : named(page, "Collapse")).click();
    assertThat(named(page, "Rename")).isVisible();
  }

  private void look(Page page) {
    dialog(page, path(), "Change Temperature by month");
    page.getByText("Axes").click();
    page.getByText("Legend and colours").click();
    page.locator("color-fields").scrollIntoViewIfNeeded();
    assertThat(page.locator("color-fields fieldset").first()).isVisible();
  }

  private String share(String body) {
    return server
        .admin()
        .post("/dashboards/" + dashboard + "/share", body)
        .expect(200)
        .json()
        .path("share_link")
        .asString();
  }

  private String publish(String id, String settings) {
    String uid = server.admin().get("/dashboards/" + id).json().path("uid").asString();
    JsonNode made =
        server
            .admin()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{" + settings + "}")
            .expect(200)
            .json();
    return server.url() + "/public-dashboards/" + made.path("accessToken").asString();
  }

  @Override
  public void close() {
    sources.close();
  }
}
