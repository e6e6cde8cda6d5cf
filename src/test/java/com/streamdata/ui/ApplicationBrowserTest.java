package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static com.streamdata.ui.Named.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The web application in a browser. */
class ApplicationBrowserTest {
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
  void wrongPasswordIsSaidAndTheRightOneOpensTheDashboards() {
    server.admin().post("/dashboards", "{\"name\": \"Your first\"}").expect(201);
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(server.url());

      signIn(page, "wrong horse");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

      signIn(page, TestServer.ADMIN_PASSWORD);
      assertThat(page.getByRole(AriaRole.LINK, named("Your first"))).isVisible();
      assertThat(page.getByRole(AriaRole.CELL, named(TestServer.ADMIN_EMAIL)).first()).isVisible();
    }
  }

  @Test
  void ownerSharesADashboardAndAVisitorOpensTheLink() {
    SampleDashboard.create(server, "To be shared").withAllTypes();
    try (Visitor owner = browser.visitor();
        Visitor visitor = browser.visitor()) {
      Page page = owner.page();
      page.navigate(server.url() + "/app/");
      signIn(page, TestServer.ADMIN_PASSWORD);
      page.getByRole(AriaRole.LINK, named("To be shared")).click();
      assertThat(page.locator("visualization-card canvas")).hasCount(5);

      DashboardMenu.item(page, "Share").click();
      page.getByLabel("Password").fill("open sesame");
      button(page, "Create link").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Dashboard shared successfully.");
      owner.expectAccessible();
      visitor.page().navigate(page.getByRole(AriaRole.TEXTBOX, named("Link")).inputValue());
      visitor.page().getByLabel("Password").fill("open sesame");
      visitor.page().getByRole(AriaRole.BUTTON).click();

      assertThat(visitor.page().locator("visualization-card canvas")).hasCount(5);
    }
  }

  @Test
  void linksOfADashboardArePausedResumedAndRevoked() {
    SampleDashboard sample = SampleDashboard.create(server, "Often shared").withAllTypes();
    String link = sample.share("{\"access\": \"view\"}");
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.page();
      page.navigate(server.url() + sample.page());
      signIn(page, TestServer.ADMIN_PASSWORD);
      DashboardMenu.item(page, "Share").click();
      assertThat(page.getByRole(AriaRole.LINK, named(link))).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      page.getByText("Pause access").click();
      assertThat(page.getByText("Resume access")).isVisible();
      server.anonymous().get(link + "/dashboard").expect(404);
      page.getByText("Resume access").click();
      page.getByLabel("Time picker").check();
      await()
          .untilAsserted(() ->
              assertThat(server.anonymous().get(link + "/dashboard").expect(200).text())
                  .contains("\"time_selection\":true"));
      page.getByText("Revoke access").click();
      page.getByText("Revoke for good").click();

      assertThat(page.getByRole(AriaRole.LINK, named(link))).hasCount(0);
      server.anonymous().get(link + "/dashboard").expect(404);
    }
  }

  @Test
  void addressesBecomeChipsAndWrongOnesAreNotSent() {
    SampleDashboard sample = SampleDashboard.create(server, "By mail");
    try (Visitor owner = browser.visitor()) {
      Page page = owner.page();
      page.navigate(server.url() + sample.page());
      signIn(page, TestServer.ADMIN_PASSWORD);
      DashboardMenu.item(page, "Share").click();

      page.getByLabel("Send it to").fill("ada@email.com, bob");
      button(page, "Create link").click();
      assertThat(page.getByText("Not an e-mail address: bob")).isVisible();
      button(page, "Take bob away").click();
      button(page, "Create link").click();

      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Dashboard shared successfully.");
    }
  }

  @Test
  void addressThatLeadsNowhereSaysSo() {
    try (Visitor visitor = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = visitor.signIn(server, "/app/nonsense");

      assertThat(page.getByRole(AriaRole.HEADING, named("There is no such page"))).isVisible();
      assertThat(page).hasTitle("There is no such page · StreamData");
      visitor.expectAccessible();
      page.locator("main").getByRole(AriaRole.LINK, within("Your Dashboards")).click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
    }
  }

  @Test
  void signingOutEndsTheSession() {
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(server.url() + "/app/");
      signIn(page, TestServer.ADMIN_PASSWORD);

      button(page, "Sign out").click();

      assertThat(page.getByLabel("Password")).isVisible();
      page.reload();
      assertThat(page.getByLabel("Password")).isVisible();
    }
  }

  @Test
  void namesAreTextWhateverTheySay() {
    String name = "<img src=x onerror=alert(1)>";
    server.admin().post("/dashboards", "{\"name\": \"" + name + "\"}").expect(201);
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(server.url() + "/app/");
      signIn(page, TestServer.ADMIN_PASSWORD);

      page.getByRole(AriaRole.LINK, named(name)).first().click();

      assertThat(page.getByRole(AriaRole.HEADING, named(name))).isVisible();
      assertThat(visitor.complaints()).noneMatch(complaint -> complaint.startsWith("dialog"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everybodyCanUseIt(ColorScheme scheme) {
    try (Visitor visitor = browser.visitor(360, 740, scheme)) {
      Page page = visitor.page();
      page.navigate(server.url() + "/app/");
      assertThat(page.getByLabel("Password")).isVisible();
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();

      signIn(page, TestServer.ADMIN_PASSWORD);

      assertThat(page.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();
      assertThat(visitor.requests()).allMatch(request -> request.startsWith(server.url()));
    }
  }

  private static void signIn(Page page, String password) {
    page.getByLabel("E-mail").fill(TestServer.ADMIN_EMAIL);
    page.getByLabel("Password").fill(password);
    button(page, "Sign in").click();
  }
}
