package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What visitors of a public dashboard see, in a browser. */
class PublicDashboardBrowserTest {
  private static final Pattern CODE = Pattern.compile("Your code for .* is (\\d+)");

  private static GreenMail mail;
  private static TestServer server;
  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    browser = TestBrowser.launch();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mail.start();
    String url = "smtp://127.0.0.1:" + mail.getSmtp().getPort();
    server = TestServer.start(Map.of("STREAMDATA_SMTP_URL", url));
  }

  @AfterAll
  static void stop() {
    server.close();
    mail.stop();
  }

  @Test
  void unknownOneSaysSo() {
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(server.url() + "/public-dashboards/" + "0".repeat(32));

      assertThat(visitor.page().getByRole(AriaRole.HEADING)).hasText("There is no such link");
      visitor.expectAccessible();
    }
  }

  @Test
  void pausedOneSaysSoAndOpensOnceItIsResumed() {
    SampleDashboard dashboard = SampleDashboard.create(server, "At rest").withAllTypes();
    JsonNode made = publish(dashboard, "{\"isEnabled\": false}");
    try (Visitor visitor = browser.visitor(360, 740, ColorScheme.DARK)) {
      Page page = visitor.page();
      page.navigate(pageOf(made));
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("This dashboard is paused");
      assertThat(page.content()).doesNotContain("At rest");
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();

      enable(dashboard, made, true);
      page.getByRole(AriaRole.BUTTON).click();

      assertThat(page.getByRole(AriaRole.HEADING, named("At rest"))).isVisible();
    }
  }

  @Test
  void pausingTakesTheOpenPageAway() {
    SampleDashboard dashboard = SampleDashboard.create(server, "Awake").withAllTypes();
    JsonNode made = publish(dashboard, "{\"isEnabled\": true}");
    try (Visitor visitor = browser.visitor()) {
      visitor.page().navigate(pageOf(made));
      assertThat(visitor.page().getByRole(AriaRole.HEADING, named("Awake"))).isVisible();

      enable(dashboard, made, false);

      assertThat(visitor.page().getByText("This dashboard is paused")).isVisible();
    }
  }

  @Test
  void invitedPersonEntersWithTheCodeFromTheMail() {
    SampleDashboard dashboard = SampleDashboard.create(server, "For Ada").withAllTypes();
    JsonNode made = publish(dashboard, "{\"isEnabled\": true, \"share\": \"email\"}");
    String recipients = addressOf(dashboard) + "/" + uidOf(made) + "/recipients";
    dashboard.owner().post(recipients, "{\"recipient\": \"ada@email.com\"}").expect(200);
    try (Visitor visitor = browser.visitor(360, 740, ColorScheme.LIGHT)) {
      Page page = visitor.page();
      page.navigate(pageOf(made));
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("Shared with specific people");
      visitor.expectAccessible();

      page.getByLabel("E-mail address").fill("ada@email.com");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("Enter the code");
      enter(page, "00000000");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("That code is wrong");
      visitor.expectAccessible();
      visitor.expectFitsTheWidth();

      enter(page, codeSentTo("ada@email.com"));
      assertThat(page.getByRole(AriaRole.HEADING).first()).isFocused();
      assertThat(page.getByRole(AriaRole.HEADING, named("For Ada"))).isVisible();
      page.reload();
      assertThat(page.getByRole(AriaRole.HEADING, named("For Ada"))).isVisible();
    }
  }

  @Test
  void strangerIsToldTheSameAndMayTryAnotherAddress() {
    SampleDashboard dashboard = SampleDashboard.create(server, "For few").withAllTypes();
    JsonNode made = publish(dashboard, "{\"isEnabled\": true, \"share\": \"email\"}");
    try (Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(pageOf(made));
      page.getByLabel("E-mail address").fill("stranger@email.com");
      page.keyboard().press("Enter");

      assertThat(page.getByText("If stranger@email.com was invited, a code is on its way."))
          .isVisible();
      page.getByText("Send a new code").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("A new code is on its way");
      page.getByText("Use another address").click();
      assertThat(page.getByLabel("E-mail address")).isVisible();
    }
  }

  private static JsonNode publish(SampleDashboard dashboard, String body) {
    return dashboard.owner().post(addressOf(dashboard), body).expect(200).json();
  }

  private static void enable(SampleDashboard dashboard, JsonNode made, boolean enabled) {
    dashboard
        .owner()
        .patch(addressOf(dashboard) + "/" + uidOf(made), "{\"isEnabled\": " + enabled + "}")
        .expect(200);
  }

  private static String addressOf(SampleDashboard dashboard) {
    JsonNode own = dashboard.owner().get("/dashboards/" + dashboard.id()).expect(200).json();
    return "/api/dashboards/uid/" + uidOf(own) + "/public-dashboards";
  }

  private static String uidOf(JsonNode thing) {
    return thing.path("uid").asString();
  }

  private static String pageOf(JsonNode made) {
    return server.url() + "/public-dashboards/" + made.path("accessToken").asString();
  }

  private static void enter(Page page, String code) {
    page.getByLabel("Code").fill(code);
    page.keyboard().press("Enter");
  }

  private static String codeSentTo(String email) {
    String sent =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> mailTo(email), text -> CODE.matcher(text).find());
    Matcher code = CODE.matcher(sent);
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private static String mailTo(String email) throws Exception {
    StringBuilder texts = new StringBuilder();
    for (var message : mail.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().equals(email)) {
        texts.append(GreenMailUtil.getWholeMessage(message));
      }
    }
    return texts.toString();
  }
}
