package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are offered what they may do, and nothing else. */
class RightsBrowserTest {
  private static final String PASSWORD = "12345678";
  private static final Route.FulfillOptions NO_DASHBOARDS =
      new Route.FulfillOptions().setContentType("application/json").setBody("{\"dashboards\": []}");
  private static TestServer server;
  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    server = TestServer.start();
    for (String role : new String[] {"viewer", "editor"}) {
      server
          .admin()
          .post(
              "/users",
              """
              {"name": "%s", "email": "%s@email.com", "password": "%s", "role": "%s"}
              """
                  .formatted(role, role, PASSWORD, role))
          .expect(201);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "editor"})
  void whatBelongsToOthersIsSeenAndNotTouched(String role) {
    SampleDashboard sample =
        SampleDashboard.create(server, "Of the admin, seen by a " + role)
            .with("barchart", "Bars", SampleDashboard.byKind());
    try (Visitor visitor = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = signIn(visitor, "/app/", role);
      Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(role));
      assertThat(row.getByRole(AriaRole.LINK)).isVisible();
      assertThat(row.getByRole(AriaRole.BUTTON)).hasCount(0);
      row.getByRole(AriaRole.LINK).click();
      assertThat(page.locator("visualization-card canvas")).isVisible();

      for (String name :
          new String[] {"Rename", "Data sources", "Filter data", "Delete", "Share"}) {
        assertThat(button(page, name)).hasCount(0);
      }
      assertThat(page.getByText("+ Add")).hasCount(0);
      assertThat(page.getByText("Remove")).hasCount(0);
      assertThat(page.getByText("History of changes")).hasCount(0);
      assertThat(page.getByLabel("Auto refresh")).isVisible();
      visitor.expectAccessible();
    }
  }

  @Test
  void onlyViewersMakeNoDashboards() {
    try (Visitor viewer = browser.visitor();
        Visitor editor = browser.visitor()) {
      Page of = signIn(viewer, "/app/", "viewer");
      assertThat(of.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
      assertThat(button(of, "New dashboard")).hasCount(0);

      Page own = signIn(editor, "/app/", "editor");
      button(own, "New dashboard").click();

      assertThat(button(own, "Rename")).isVisible();
      assertThat(own.getByText("+ Add a visualization")).isVisible();
    }
  }

  @Test
  void viewersAreToldOfNothingThatTheyMayNotDo() {
    SampleDashboard sample = SampleDashboard.create(server, "Read by programs");
    try (Visitor viewer = browser.visitor()) {
      Page page = signIn(viewer, sample.page(), "viewer");
      button(page.getByRole(AriaRole.NAVIGATION).first(), "StreamData API").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);

      assertThat(dialog).containsText("It reads this dashboard and its sources, nothing else.");
      button(dialog, "Make a key").click();
      assertThat(dialog.locator("shown-key")).isVisible();

      page.route("**/dashboards", route -> route.fulfill(NO_DASHBOARDS));
      page.navigate(server.url() + "/app/");
      assertThat(page.getByText("Those that others make appear here.")).isVisible();
      button(page, "StreamData API").click();
      assertThat(page.getByRole(AriaRole.DIALOG))
          .containsText("It reads what you may see, and changes nothing.");
    }
  }

  private static Page signIn(Visitor visitor, String path, String role) {
    return visitor.signIn(server, path, role + "@email.com", PASSWORD);
  }
}
