package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, keys and users in the web application. */
class AccountBrowserTest {
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
  void keyIsMadeShownOnceAndRevoked() {
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.signIn(server, "/app/account");

      page.getByLabel("Name").fill("Robot");
      page.getByLabel("Role").selectOption("viewer");
      page.getByLabel("Expires (optional)").fill("2099-01-31");
      button(page, "Make a key").click();
      Locator shown = page.getByLabel("New key");
      assertThat(shown).isFocused();
      assertThat(shown).hasValue(Pattern.compile("sd_[0-9a-f]{40}"));
      String key = shown.inputValue();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      server.as(key).get("/dashboards").expect(200);
      server.as(key).post("/dashboards", "{\"name\": \"x\"}").expect(403);

      page.reload();
      assertThat(page.getByText("31 Jan 2099")).isVisible();
      assertThat(page.getByLabel("New key")).hasCount(0);
      button(page, "Revoke Robot").click();
      button(page, "Revoke Robot for good").click();

      assertThat(page.getByRole(AriaRole.CELL, named("Robot"))).hasCount(0);
      server.as(key).get("/dashboards").expect(401);
    }
  }

  @Test
  void passwordIsChangedByWhoeverKnowsTheOldOne() {
    try (Visitor owner = browser.visitor()) {
      Page page = owner.signIn(server, "/app/account");
      assertThat(page.getByText("Signed in as owner@email.com, role admin.")).isVisible();

      change(page, "wrong", "another horse");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("The current password is another one.");
      change(page, TestServer.ADMIN_PASSWORD, "another horse");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("The password was changed.");
      owner.expectAccessible();
      button(page, "Sign out").click();

      owner.signIn(server, "/app/", TestServer.ADMIN_EMAIL, "another horse");
      assertThat(page.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
    }
  }

  @Test
  void adminsAddPeopleAndShutThemOut() {
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.LIGHT)) {
      Page page = owner.signIn(server, "/app/users");

      button(page, "Add a user").click();
      owner.expectAccessible();
      page.getByLabel("Name").fill("Ada <i>");
      page.getByLabel("E-mail").fill("ada@email.com");
      page.locator("user-dialog input[name=password]").fill("difference engine");
      button(page, "Save").click();
      assertThat(page.getByText("Ada <i>")).isVisible();
      page.getByLabel("Role of ada@email.com").selectOption("editor");
      await().untilAsserted(() -> assertThat(users()).contains("\"role\":\"editor\""));
      button(page, "Disable ada@email.com").click();
      assertThat(page.getByText("Ada <i> (disabled)")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();

      page.getByLabel("Role of owner@email.com").selectOption("viewer");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("Make somebody else an admin first.");
      assertThat(page.getByLabel("Role of owner@email.com")).hasValue("admin");
    }
  }

  @Test
  void peopleGetANewPasswordByKeyboardAlone() {
    server
        .admin()
        .post(
            "/users",
            """
            {"email": "bob@email.com", "name": "Bob", "role": "viewer", "password": "old password"}
            """)
        .expect(201);
    try (Visitor owner = browser.visitor();
        Visitor bob = browser.visitor()) {
      Page page = owner.signIn(server, "/app/users");

      button(page, "New password for bob@email.com").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("user-dialog input[name=password]")).isFocused();
      page.keyboard().type("new password");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

      Page his = bob.signIn(server, "/app/", "bob@email.com", "new password");
      assertThat(his.getByRole(AriaRole.HEADING, named("Your Dashboards"))).isVisible();
      assertThat(his.getByRole(AriaRole.LINK, named("Users"))).hasCount(0);
    }
  }

  @Test
  void apiInformationGivesAKeyForThisDashboardOnly() {
    SampleDashboard sample = SampleDashboard.create(server, "Mine");
    server.admin().post("/dashboards", "{\"name\": \"Another\"}").expect(201);
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = owner.signIn(server, sample.page());

      DashboardMenu.item(page, "StreamData API").click();
      Locator dialog = page.locator("api-dialog");
      assertThat(dialog.getByText("/dashboards/" + sample.id() + "/share")).isVisible();
      assertThat(dialog.getByText("/sources/" + sample.source() + "/rows")).isVisible();
      button(page, "Make a key").click();
      String first = page.getByLabel("New key").inputValue();
      assertThat(dialog.getByText(first).first()).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      assertThat(server.as(first).get("/dashboards").json().path("dashboards")).hasSize(1);
      server
          .as(first)
          .post("/sources/" + sample.source() + "/rows", "[{\"amount\": 1}]")
          .expect(200);

      page.keyboard().press("Escape");
      DashboardMenu.item(page, "StreamData API").click();
      button(page, "Rotate the key").click();
      assertThat(page.getByLabel("New key")).isVisible();
      await().untilAsserted(() -> server.as(first).get("/dashboards").expect(401));
    }
  }

  private String users() {
    return server.admin().get("/users").expect(200).text();
  }

  private static void change(Page page, String current, String password) {
    page.getByLabel("Current password").fill(current);
    page.locator("input[name=password]").fill(password);
    page.getByLabel("New password again").fill(password);
    button(page, "Change password").click();
  }
}
