package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of dashboards in the web application. */
class ListBrowserTest {
  private TestServer server;
  private TestBrowser browser;

  @BeforeEach
  void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fileBecomesADashboardWithAChartThatSuitsIt() {
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = open(owner);
      String rows = "day,city,amount\n2026-01-01,Oslo,3\n2026-01-02,Oslo,5\n2026-01-03,Rome,4\n";

      page.getByLabel("New from a file")
          .setInputFiles(
              new FilePayload("Sales.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));

      assertThat(page.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile("Line chart by day, 3 points .*"));
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Sales");
      owner.expectAccessible();
      owner.expectFitsTheWidth();
    }
  }

  @Test
  void fileThatCannotBeReadSaysWhyAndLeavesNothingBehind() {
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner);

      page.getByLabel("New from a file")
          .setInputFiles(new FilePayload("Broken.json", "application/json", new byte[] {'{', '"'}));

      assertThat(page.getByRole(AriaRole.ALERT)).not().isEmpty();
      assertThat(server.admin().get("/dashboards").json().path("dashboards")).isEmpty();
    }
  }

  @Test
  void removedDashboardComesBackByUndoAndGoesWithoutIt() {
    server.admin().post("/dashboards", "{\"name\": \"Mine\"}").expect(201);
    try (Visitor owner = browser.visitor()) {
      Page page = owner.page();
      page.clock().install();
      open(owner);
      Locator mine = page.getByRole(AriaRole.LINK, named("Mine"));

      button(page, "Remove Mine").click();
      assertThat(mine).hasCount(0);
      button(page, "Undo").click();
      assertThat(mine).isVisible();
      page.clock().runFor(9_000);
      assertThat(mine).isVisible();
      button(page, "Remove Mine").click();
      page.clock().runFor(9_000);

      assertThat(page.getByText("There are none yet")).isVisible();
      assertThat(server.admin().get("/dashboards").json().path("dashboards")).isEmpty();
    }
  }

  @Test
  void listIsSearchedAndSorted() {
    for (String name : new String[] {"Sales 9", "Sales 10", "Power"}) {
      server.admin().post("/dashboards", "{\"name\": \"" + name + "\"}").expect(201);
    }
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner);
      Locator names = page.locator("tbody a");
      assertThat(names).hasText(new String[] {"Power", "Sales 9", "Sales 10"});

      button(page, "Name ↑").click();
      assertThat(names).hasText(new String[] {"Sales 10", "Sales 9", "Power"});
      page.getByLabel("Search by name and owner").fill("sales");

      assertThat(names).hasText(new String[] {"Sales 10", "Sales 9"});
      assertThat(page.getByText("2 of 3")).isVisible();
      owner.expectAccessible();
    }
  }

  @Test
  void newDashboardIsOpenedAndGetsAName() {
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner);

      button(page, "New dashboard").click();

      assertThat(page.getByRole(AriaRole.HEADING, named("New dashboard"))).isVisible();
      assertThat(page.getByText("+ Add a visualization")).isVisible();
      DashboardMenu.item(page, "Rename").click();
      owner.expectAccessible();
      page.getByRole(AriaRole.TEXTBOX, named("Name")).fill("Sales <b>");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.HEADING, named("Sales <b>"))).isVisible();
    }
  }

  @Test
  void grafanaJsonBecomesADashboardAndSaysWhatCannotBeShown() {
    String grafana =
        """
        {"uid": "abc", "title": "Power", "panels": [
          {"id": 1, "type": "timeseries", "title": "Load", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
           "datasource": {"type": "prometheus", "uid": "p"}, "targets": [{"refId": "A", "expr": "up"}]}
        ]}
        """;
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = open(owner);
      button(page, "New from Grafana").click();
      page.getByLabel("Or paste it").fill("title: Power");
      button(page, "Make the dashboard").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is not JSON.");
      owner.expectAccessible();

      page.getByLabel("Choose a JSON file")
          .setInputFiles(
              new FilePayload(
                  "power.json", "application/json", grafana.getBytes(StandardCharsets.UTF_8)));
      assertThat(page.getByLabel("Or paste it")).hasValue(grafana);
      button(page, "Make the dashboard").click();

      assertThat(page.getByRole(AriaRole.STATUS).last()).containsText("1 cannot be");
      assertThat(page.getByRole(AriaRole.LISTITEM)).containsText("Load");
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      page.getByText("Open the dashboard").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Power"))).isVisible();
    }
  }

  @Test
  void demoIsMadeForWhoeverWantsToTryAndSharedOnesAreMarked() {
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner);
      button(page, "New from the demo").click();
      Locator rows = page.locator("tbody tr");
      assertThat(rows).hasCount(3);
      assertThat(page.getByText("Shared", exactly())).hasCount(0);

      server.admin().post("/dashboards/1/share", "{\"access\": \"view\"}").expect(200);
      page.reload();

      assertThat(page.getByText("Shared", exactly())).hasCount(1);
      owner.expectAccessible();
    }
  }

  @Test
  void firstVisitIsToldWhereThePasswordIs() {
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.page();
      page.navigate(server.url());
      assertThat(page.getByText("the server wrote an e-mail address and a password")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      open(owner);
      owner.openMenu();
      button(page, "Sign out").click();

      assertThat(page.getByLabel("Password")).isVisible();
      assertThat(page.getByText("the server wrote an e-mail address")).isHidden();
    }
  }

  private Page open(Visitor owner) {
    Page page = owner.signIn(server, "/app/");
    assertThat(page.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
    return page;
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
