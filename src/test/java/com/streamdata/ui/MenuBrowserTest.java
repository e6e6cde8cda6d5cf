package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The menu of a dashboard: beside it, folded, and as a drawer on phones. */
class MenuBrowserTest {
  private static final List<String> ITEMS =
      List.of("Data sources", "Filter data", "Share", "Rename", "Delete", "StreamData API");
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
  void everyItemOpensItsDialogByKeyboardAndIsMarkedMeanwhile() {
    try (Visitor owner = browser.visitor(1280, 800, ColorScheme.LIGHT)) {
      Page page = openDashboard(owner);
      button(page, "Data sources").focus();

      for (String item : ITEMS) {
        assertThat(button(page, item).last()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        if (!item.equals("StreamData API")) {
          assertThat(page.locator("dashboard-menu .side [aria-current]")).hasText(item);
        }
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("dashboard-menu .side [aria-current]")).hasCount(0);
        assertThat(button(page, item).last()).isFocused();
        page.keyboard().press("Tab");
      }
      assertThat(button(page, "Collapse")).isFocused();
      assertThat(page.locator("nav a[aria-current]")).hasText("Your Dashboards");
    }
  }

  @Test
  void foldedMenuKeepsItsNamesAndIsRemembered() {
    try (Visitor owner = browser.visitor(1280, 800, ColorScheme.DARK)) {
      Page page = openDashboard(owner);
      double wide = width(page);

      button(page, "Collapse").click();

      assertThat(button(page, "Expand")).isVisible();
      assertThat(width(page)).isLessThan(wide / 2);
      page.reload();
      assertThat(button(page, "Expand")).isVisible();
      owner.expectAccessible();
      button(page, "Rename").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      page.keyboard().press("Escape");
      button(page, "Expand").click();
      assertThat(width(page)).isEqualTo(wide);
    }
  }

  @Test
  void menuStartsFoldedWhereItWouldTakeMuchOfTheWidth() {
    try (Visitor owner = browser.visitor(900, 800, ColorScheme.LIGHT)) {
      Page page = openDashboard(owner);

      assertThat(button(page, "Expand")).isVisible();
      owner.expectFitsTheWidth();
    }
  }

  @Test
  void menuIsADrawerOnPhones() {
    try (Visitor owner = browser.visitor(360, 800, ColorScheme.DARK)) {
      Page page = openDashboard(owner);
      Locator drawer = page.getByRole(AriaRole.DIALOG);
      assertThat(button(page, "Rename")).hasCount(0);

      button(page, "Dashboard menu").click();
      assertThat(drawer.getByRole(AriaRole.LISTITEM)).hasText(ITEMS.toArray(String[]::new));
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      page.keyboard().press("Escape");
      assertThat(drawer).hasCount(0);
      assertThat(button(page, "Dashboard menu")).isFocused();

      button(page, "Dashboard menu").click();
      page.mouse().click(350, 400);
      assertThat(drawer).hasCount(0);
      button(page, "Dashboard menu").click();
      button(page, "Rename").click();
      assertThat(drawer.getByLabel("Name")).isFocused();
    }
  }

  private static Page openDashboard(Visitor visitor) {
    SampleDashboard sample = SampleDashboard.create(server, "Menu");
    Page page = visitor.signIn(server, "/app/dashboards/" + sample.id());
    assertThat(page.getByRole(AriaRole.HEADING).getByText("Menu")).isVisible();
    return page;
  }

  private static double width(Page page) {
    return page.locator("dashboard-menu").boundingBox().width;
  }
}
