package com.streamdata.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Headless Chromium. Tests are skipped where there is none, unless the environment variable {@code
 * FORBID_SKIPPED_TESTS} is {@code true}: then they fail.
 */
final class TestBrowser {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Ends a test that waits in vain; a busy machine needs a part of it. */
  private static final double PATIENCE_MILLIS = 30_000;

  private static @Nullable TestBrowser running;

  private final Browser browser;

  private TestBrowser(Path chromium) {
    Playwright playwright = Playwright.create();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  /** Starts it, once for all tests of a run: that takes seconds, a visitor's profile does not. */
  static synchronized TestBrowser launch() {
    Optional<Path> chromium = findChromium();
    if (!"true".equals(System.getenv("FORBID_SKIPPED_TESTS"))) {
      assumeThat(chromium)
          .as("Browser tests are skipped: no Chromium found; set CHROMIUM to its path")
          .isPresent();
    }
    TestBrowser browser = running == null ? new TestBrowser(chromium.orElseThrow()) : running;
    running = browser;
    return browser;
  }

  /** A visitor with an empty profile who speaks British English, on a desktop. */
  Visitor visitor() {
    return visitor(1280, 900, ColorScheme.LIGHT);
  }

  Visitor visitor(int width, int height, ColorScheme scheme) {
    return new Visitor(
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("Pacific/Auckland")));
  }

  private static Optional<Path> findChromium() {
    return Stream.of(
            System.getenv("CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** One browser profile with one page, and all that went wrong in it. */
  static final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Visitor(BrowserContext context) {
      this.context = context;
      this.page = context.newPage();
      page.onConsoleMessage(this::complain);
      page.onPageError(complaints::add);
      page.onRequest(request -> requests.add(request.url()));
      page.onDialog(dialog -> {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
      });
    }

    Page page() {
      return page;
    }

    /** Errors of scripts and breaches of the content security policy. */
    List<String> complaints() {
      return complaints;
    }

    /** Addresses of everything that was asked for. */
    List<String> requests() {
      return requests;
    }

    /** Goes there, to some page of the application, and signs in as the first admin. */
    Page signIn(TestServer server, String path) {
      return signIn(server, path, TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    }

    Page signIn(TestServer server, String path, String email, String password) {
      page.navigate(server.url() + path);
      page.getByLabel("E-mail").fill(email);
      page.getByLabel("Password").fill(password);
      page.keyboard().press("Enter");
      return page;
    }

    /** Opens the menu of the application where the screen is too small to show it always. */
    void openMenu() {
      Locator menu =
          page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu").setExact(true));
      PlaywrightAssertions.assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
      if (menu.isVisible()) {
        menu.click();
      }
    }

    /** Fails with what axe-core finds wrong for people with disabilities. */
    void expectAccessible() {
      List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
      assertThat(violations).isEmpty();
    }

    /**
     * Makes the line to the server slow.
     *
     * @param bytes a second that go out; -1 for as many as can
     */
    void sendAtMost(int bytes) {
      JsonObject conditions = new JsonObject();
      conditions.addProperty("offline", false);
      conditions.addProperty("latency", 0);
      conditions.addProperty("downloadThroughput", -1);
      conditions.addProperty("uploadThroughput", bytes);
      CDPSession network = context.newCDPSession(page);
      network.send("Network.enable");
      network.send("Network.emulateNetworkConditions", conditions);
    }

    /** Fails if one has to scroll sideways. */
    void expectFitsTheWidth() {
      Object over =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(over).isEqualTo(0);
    }

    private void complain(ConsoleMessage message) {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
