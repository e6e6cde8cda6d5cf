package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Share dialog: public dashboards, links, codes and frames. */
class ShareDialogBrowserTest {
  private static final String VIEW = "{\"access\": \"view\"}";

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
  void publicDashboardIsSharedPausedResumedAndRevoked() {
    SampleDashboard sample = SampleDashboard.create(server, "Public").withAllTypes();
    try (Visitor owner = browser.visitor();
        Visitor visitor = browser.visitor()) {
      Page page = open(owner, sample);
      Locator section = page.locator("public-sharing");

      button(section, "Share externally").click();
      assertThat(section.getByText("Active · not opened yet")).isVisible();
      section.getByLabel("Time picker").check();
      section.getByLabel("Annotations").check();
      Locator link = section.getByText("View as visitor");
      visitor.page().navigate(link.getAttribute("href"));
      assertThat(visitor.page().locator("visualization-card canvas")).hasCount(5);
      assertThat(visitor.page().locator("time-picker")).isVisible();
      owner.expectAccessible();

      button(section, "Pause access").click();
      assertThat(section.getByText("Paused: visitors are told so")).isVisible();
      assertThat(visitor.page().getByText("This dashboard is paused")).isVisible();
      button(section, "Resume access").click();
      assertThat(button(section, "Pause access")).isVisible();
      button(section, "Revoke access").click();
      button(section, "Revoke for good").click();
      assertThat(button(section, "Share externally")).isVisible();
      visitor.page().reload();

      assertThat(visitor.page().getByText("There is no such link")).isVisible();
    }
  }

  @Test
  void onlySpecificPeopleAreInvitedAndTakenAway() {
    SampleDashboard sample = SampleDashboard.create(server, "For few").withAllTypes();
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);
      Locator section = page.locator("public-sharing");
      section.getByLabel("Link access").selectOption("Only specific people");
      assertThat(section.getByText("This server has no mail server")).isVisible();
      button(section, "Share externally").click();

      section.getByLabel("Invite").fill("bob");
      page.keyboard().press("Enter");
      assertThat(section.getByText("Not an e-mail address: bob")).isVisible();
      section.getByLabel("Invite").fill("ada@email.com, eve@email.com");
      page.keyboard().press("Enter");
      assertThat(section.locator(".chips li")).hasCount(2);
      owner.expectAccessible();
      button(section, "Take eve@email.com away").click();

      assertThat(section.locator(".chips li")).hasCount(1);
      assertThat(section.locator(".chips li")).containsText("ada@email.com");
    }
  }

  @Test
  void passwordOfALinkIsSetChangedAndRemoved() {
    SampleDashboard sample = SampleDashboard.create(server, "Locked").withAllTypes();
    String link = sample.share("{\"access\": \"view\"}");
    try (Visitor owner = browser.visitor();
        Visitor visitor = browser.visitor()) {
      Page page = open(owner, sample);
      Locator links = page.locator("share-list");

      button(links, "Password").click();
      links.getByLabel("Password").fill("first");
      owner.expectAccessible();
      button(links, "Set the password").click();
      assertThat(links.getByText("can view, with a password")).isVisible();
      visitor.page().navigate(link);
      assertThat(visitor.page().getByText("This link is locked")).isVisible();
      button(links, "Password").click();
      links.getByLabel("Another password").fill("second");
      button(links, "Change the password").click();
      assertThat(links.getByLabel("Another password")).hasCount(0);
      visitor.page().getByLabel("Password").fill("second");
      visitor.page().keyboard().press("Enter");
      assertThat(visitor.page().locator("visualization-card canvas")).hasCount(5);

      button(links, "Password").click();
      button(links, "Remove the password").click();

      assertThat(links.getByText("with a password")).hasCount(0);
    }
  }

  @Test
  void linkWorksUntilATimeThatCanBeTakenAway() {
    SampleDashboard sample = SampleDashboard.create(server, "Ends").withAllTypes();
    try (Visitor owner = browser.visitor(360, 800, ColorScheme.DARK)) {
      Page page = open(owner, sample);
      page.locator("link-form").getByLabel("It works until").fill("2099-01-31T12:00");
      button(page, "Create link").click();
      Locator links = page.locator("share-list");
      assertThat(links.getByText("until 31 Jan 2099, 12:00")).isVisible();

      button(links, "Expiry").click();
      assertThat(links.getByLabel("It works until")).hasValue("2099-01-31T12:00");
      links.getByLabel("It works until").fill("2001-01-01T00:00");
      button(links, "Set the end").click();
      assertThat(links.getByText("Choose a time in the future.")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      button(links, "Never let it end").click();

      assertThat(links.getByText("until ")).hasCount(0);
    }
  }

  @Test
  void tileSharesItsVisualization() {
    SampleDashboard sample = SampleDashboard.create(server, "Tile").withAllTypes();
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);
      page.keyboard().press("Escape");

      button(page, "Share Pie").click();

      assertThat(page.getByLabel("What it shows")).hasValue(sample.visualizations().get(4));
    }
  }

  @Test
  void oneVisualizationIsSharedAndItsLinkGetsAnotherAddress() {
    SampleDashboard sample = SampleDashboard.create(server, "Parts").withAllTypes();
    try (Visitor owner = browser.visitor();
        Visitor visitor = browser.visitor()) {
      Page page = open(owner, sample);
      page.getByLabel("What it shows").selectOption("Pie");
      button(page, "Create link").click();
      String link = page.getByRole(AriaRole.TEXTBOX, named("Link")).inputValue();
      visitor.page().navigate(link);
      assertThat(visitor.page().locator("visualization-card")).hasCount(1);
      assertThat(page.getByText("“Pie” only")).isVisible();

      button(page, "New address").click();
      button(page, "Change the address").click();

      Locator newest = page.locator("share-link a").first();
      assertThat(newest).not().hasAttribute("href", link);
      server.anonymous().get(link + "/dashboard").expect(404);
      visitor.page().navigate(newest.getAttribute("href"));
      assertThat(visitor.page().locator("visualization-card canvas")).hasCount(1);
    }
  }

  @Test
  void linkIsDrawnAsACodeAndShownInAFrameOfAnotherSite() throws IOException {
    SampleDashboard sample = SampleDashboard.create(server, "Framed").withAllTypes();
    sample.share(VIEW);
    try (Visitor owner = browser.visitor();
        Visitor reader = browser.visitor();
        OtherSite site = new OtherSite()) {
      Page page = open(owner, sample);
      button(page, "QR code").click();
      Locator code = page.getByRole(AriaRole.IMG, named("QR code of the link"));
      assertThat(code).hasJSProperty("complete", true);
      assertThat(((Number) code.evaluate("image => image.naturalWidth")).intValue()).isPositive();

      button(page, "Embed").click();
      page.getByLabel("Other sites may show it in their pages").check();
      site.show(page.getByLabel("Code for the page").inputValue());
      owner.expectAccessible();
      reader.page().navigate(site.url());

      Locator cards = reader.page().frameLocator("iframe").locator("visualization-card canvas");
      assertThat(cards).hasCount(5);
      page.getByLabel("Other sites may show it in their pages").uncheck();
      assertThat(page.getByLabel("Code for the page")).hasCount(0);
      reader.page().reload();
      reader
          .page()
          .waitForCondition(() -> reader.complaints().toString().contains("frame-ancestors"));
      assertThat(cards).hasCount(0);
    }
  }

  @Test
  void everythingIsDoneByKeyboard() {
    SampleDashboard sample = SampleDashboard.create(server, "Keys").withAllTypes();
    try (Visitor owner = browser.visitor()) {
      Page page = open(owner, sample);
      page.getByLabel("Password").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Dashboard shared successfully.");

      button(page, "Pause access").press("Space");
      assertThat(button(page, "Resume access")).isVisible();
      button(page, "Revoke access").press("Enter");
      assertThat(button(page, "Revoke for good")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.getByText("There are no links yet.")).isVisible();
      page.keyboard().press("Escape");

      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      expectQuiet(owner);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "LIGHT, 360", "DARK, 360"})
  void everybodyCanReadIt(ColorScheme scheme, int width) {
    String hostile = "<img src=x onerror=alert(1)>" + "long".repeat(30);
    SampleDashboard sample = SampleDashboard.create(server, hostile).withAllTypes();
    sample.share(VIEW);
    try (Visitor owner = browser.visitor(width, 900, scheme)) {
      Page page = open(owner, sample);
      button(page.locator("public-sharing"), "Share externally").click();
      assertThat(page.locator("share-link")).hasCount(2);

      owner.expectAccessible();
      owner.expectFitsTheWidth();
      Object over = page.locator("dialog[open]").evaluate("d => d.scrollWidth - d.clientWidth");
      assertThat(over).isEqualTo(0);
      expectQuiet(owner);
    }
  }

  /** But for the session that there is none of before signing in. */
  private static void expectQuiet(Visitor visitor) {
    assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("status of 401"));
  }

  private static Page open(Visitor owner, SampleDashboard sample) {
    Page page = owner.signIn(server, sample.page());
    DashboardMenu.item(page, "Share").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Links"))).isVisible();
    return page;
  }
}
