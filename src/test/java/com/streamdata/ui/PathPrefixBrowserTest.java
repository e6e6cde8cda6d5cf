package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that visitors reach under a path prefix, through a proxy. */
class PathPrefixBrowserTest {

  @Test
  void lockedLinkOpensUnderThePrefixAndAsksForNothingOutsideIt() throws Exception {
    TestBrowser browser = TestBrowser.launch();
    try (PrefixProxy proxy = new PrefixProxy();
        TestServer server = TestServer.start(Map.of("STREAMDATA_PUBLIC_URL", proxy.url()));
        Visitor visitor = browser.visitor()) {
      proxy.passTo(server.url());
      SampleDashboard sample = SampleDashboard.create(server, "Power").withAllTypes();
      Page page = visitor.page();

      page.navigate(sample.share("{\"access\": \"view\", \"password\": \"open sesame\"}"));
      page.getByLabel("Password").fill("open sesame");
      page.getByRole(AriaRole.BUTTON).click();

      assertThat(page.locator("visualization-card canvas")).hasCount(5);
      assertThat(visitor.requests()).allMatch(request -> request.startsWith(proxy.url() + "/"));
    }
  }

  @Test
  void applicationSignsInUnderThePrefix() throws Exception {
    TestBrowser browser = TestBrowser.launch();
    try (PrefixProxy proxy = new PrefixProxy();
        TestServer server = TestServer.start(Map.of("STREAMDATA_PUBLIC_URL", proxy.url()));
        Visitor visitor = browser.visitor()) {
      proxy.passTo(server.url());
      Page page = visitor.page();

      page.navigate(proxy.url() + "/");
      page.getByLabel("E-mail").fill(TestServer.ADMIN_EMAIL);
      page.getByLabel("Password").fill(TestServer.ADMIN_PASSWORD);
      page.getByRole(AriaRole.BUTTON).click();

      assertThat(page.getByText("There are none yet")).isVisible();
      assertThat(page.url()).isEqualTo(proxy.url() + "/app/");
    }
  }
}
