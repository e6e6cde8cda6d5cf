package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way of a new user, from the first start of a server to a link that is taken back. */
class WalkBrowserTest {
  private static final FilePayload SALES =
      new FilePayload(
          "Sales.csv",
          "text/csv",
          "day,city,amount\n2026-01-01,Oslo,3\n2026-01-02,Oslo,5\n2026-01-03,Rome,4\n"
              .getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource({"POINTER, 1280, LIGHT", "KEYBOARD, 1280, DARK", "POINTER, 360, LIGHT"})
  void fileBecomesAChartThatOthersSeeUntilItIsRevoked(Hand hand, int width, ColorScheme scheme) {
    TestBrowser browser = TestBrowser.launch();
    try (TestServer server = TestServer.start();
        Visitor owner = browser.visitor(width, 800, scheme);
        Visitor visitor = browser.visitor(width, 800, scheme)) {
      Page page = owner.page();
      page.navigate(server.url());
      assertThat(page.getByText("The first visit to a new server?")).isVisible();
      hand.type(page, page.getByLabel("E-mail"), TestServer.ADMIN_EMAIL);
      hand.type(page, page.getByLabel("Password"), TestServer.ADMIN_PASSWORD);
      hand.press(page, button(page, "Sign in"));

      hand.choose(page, page.getByLabel("New from a file"), SALES);
      assertThat(page.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile("Line chart by day, 3 points .*"));
      owner.expectAccessible();

      hand.press(page, DashboardMenu.item(page, "Share"));
      Locator links = page.locator("link-form");
      hand.type(page, links.getByLabel("Password"), "open sesame");
      hand.press(page, button(page, "Create link"));
      String link = page.getByLabel("Link", exactly()).inputValue();

      Page theirs = visitor.page();
      theirs.navigate(link);
      hand.type(theirs, theirs.getByLabel("Password"), "sesame");
      hand.press(theirs, button(theirs, "Open"));
      assertThat(theirs.getByText("That is not the password.")).isVisible();
      theirs.getByLabel("Password").clear();
      hand.type(theirs, theirs.getByLabel("Password"), "open sesame");
      hand.press(theirs, button(theirs, "Open"));
      assertThat(theirs.getByRole(AriaRole.IMG))
          .hasAccessibleName(Pattern.compile("Line chart by day, 3 points .*"));
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();

      hand.press(page, button(page, "Revoke access"));
      hand.press(page, button(page, "Revoke for good"));
      assertThat(page.getByText("There are no links yet.")).isVisible();

      assertThat(theirs.getByText("There is no such link")).isVisible();
      visitor.expectAccessible();
      assertThat(owner.complaints()).allMatch(text -> text.contains("401"));
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
