package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The room with every link of the server. */
class SharedLinksBrowserTest {
  private static final String VIEW = "{\"access\": \"view\"}";

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
  void linksAreFoundAndPausedTogether() {
    String power = SampleDashboard.create(server, "Power").share(VIEW);
    String sales = SampleDashboard.create(server, "Sales").share("{\"access\": \"edit\"}");
    server.anonymous().get(sales + "/dashboard").expect(200);
    try (Visitor admin = browser.visitor()) {
      Page page = open(admin);
      assertThat(page.locator("tbody tr")).hasCount(2);

      page.getByRole(AriaRole.SEARCHBOX).fill("power view");
      assertThat(page.locator("tbody tr")).hasCount(0);
      page.getByRole(AriaRole.SEARCHBOX).fill("power");
      assertThat(page.getByText("1 of 2")).isVisible();
      page.getByLabel("Choose all").check();
      button(page, "Pause access").click();

      assertThat(page.locator("tbody tr")).containsText("paused");
      server.anonymous().get(power + "/dashboard").expect(404);
      server.anonymous().get(sales + "/dashboard").expect(200);
      page.getByRole(AriaRole.SEARCHBOX).fill("");
      page.getByLabel("State").selectOption("Paused");
      assertThat(page.locator("tbody a.name")).hasText(new String[] {"Power"});
    }
  }

  @Test
  void linksGetOtherAddressesAndAreRevokedOnlyOnceConfirmed() {
    SampleDashboard power = SampleDashboard.create(server, "Power");
    List<String> links = List.of(power.share(VIEW), power.share(VIEW));
    try (Visitor admin = browser.visitor()) {
      Page page = open(admin);
      page.getByLabel("Choose all").check();

      button(page, "New address").click();
      button(page, "New address: 2").click();
      assertThat(page.getByText("View as visitor").first())
          .not()
          .hasAttribute("href", links.getLast());
      links.forEach(link -> server.anonymous().get(link + "/dashboard").expect(404));
      button(page, "Revoke access").click();
      assertThat(page.locator("tbody tr")).hasCount(2);
      button(page, "Revoke access: 2").click();

      assertThat(page.getByText("There are no such links.")).isVisible();
      assertThat(server.admin().get("/shares").json().path("shares")).isEmpty();
    }
  }

  @Test
  void whatIsShownIsSavedWithoutAddresses() throws Exception {
    String link = SampleDashboard.create(server, "=Power").share(VIEW);
    try (Visitor admin = browser.visitor()) {
      Page page = open(admin);

      Download file = page.waitForDownload(() -> button(page, "Save as CSV").click());

      assertThat(file.suggestedFilename()).isEqualTo("shared-dashboards.csv");
      assertThat(Files.readString(file.path()))
          .startsWith(
              "dashboard,shows,title,access,enabled,created,created_by,last_used\r\n'=Power,")
          .doesNotContain(link.substring(link.lastIndexOf('/')));
    }
  }

  @Test
  void everythingIsDoneByKeyboard() {
    String link = SampleDashboard.create(server, "Power").share(VIEW);
    try (Visitor admin = browser.visitor()) {
      Page page = open(admin);

      page.getByLabel("Choose all").press("Space");
      button(page, "Revoke access").press("Enter");
      assertThat(button(page, "Revoke access: 1")).isFocused();
      page.keyboard().press("Enter");

      assertThat(page.getByText("There are no such links.")).isVisible();
      server.anonymous().get(link + "/dashboard").expect(404);
      expectQuiet(admin);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "LIGHT, 360", "DARK, 360"})
  void everybodyCanReadIt(ColorScheme scheme, int width) {
    String hostile = "<img src=x onerror=alert(1)>" + "long".repeat(30);
    SampleDashboard.create(server, hostile).share(VIEW);
    SampleDashboard.create(server, "Power").share("{\"access\": \"edit\", \"password\": \"1234\"}");
    try (Visitor admin = browser.visitor(width, 800, scheme)) {
      Page page = open(admin);
      page.getByLabel("Choose all").check();
      button(page, "Revoke access").click();

      admin.expectAccessible();
      admin.expectFitsTheWidth();
      expectQuiet(admin);
    }
  }

  /** But for the session that there is none of before signing in. */
  private static void expectQuiet(Visitor visitor) {
    assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("status of 401"));
  }

  private Page open(Visitor admin) {
    Page page = admin.signIn(server, "/app/");
    admin.openMenu();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Shared dashboards")).click();
    assertThat(page.locator("bulk-tools")).isVisible();
    return page;
  }
}
