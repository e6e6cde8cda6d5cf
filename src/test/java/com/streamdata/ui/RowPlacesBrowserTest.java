package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.streamdata.ui.Named.button;
import static com.streamdata.ui.Named.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.streamdata.testing.TestEndpoint;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where the rows of an API are, chosen in the web application. */
class RowPlacesBrowserTest {
  private TestServer server;
  private TestEndpoint endpoint;
  private TestBrowser browser;

  @BeforeEach
  void start() {
    browser = TestBrowser.launch();
    server = TestServer.start(Map.of("STREAMDATA_ALLOWED_NETWORKS", "127.0.0.1"));
    endpoint = TestEndpoint.http();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    server.close();
  }

  @Test
  void placeOfTheRowsIsChosenBeforeItIsSaved() {
    endpoint.json("/open", "{\"many\": [{\"a\": 1}, {\"a\": 2}], \"few\": [{\"city\": \"Bern\"}]}");
    String id = server.admin().post("/dashboards", "{\"name\": \"D\"}").id();
    try (Visitor owner = browser.visitor(360, 740, ColorScheme.LIGHT)) {
      Page page = owner.signIn(server, "/app/dashboards/" + id);
      openForm(page);
      page.locator("source-form input").first().fill("Cities");
      page.getByLabel("API URL").fill(endpoint.url("/open"));
      button(page, "Test").click();
      assertThat(page.getByText("Tested: 2 rows.")).isVisible();
      owner.expectAccessible();
      owner.expectFitsTheWidth();
      button(page, "$.few").click();
      assertThat(page.getByText("Tested: 1 row.")).isVisible();
      assertThat(page.getByRole(AriaRole.CELL, named("Bern"))).isVisible();
      button(page, "Save").click();

      await().until(() -> source(id).path("row_count").asInt() == 1);
      assertThat(source(id).path("rows").asString()).isEqualTo("$.few");
    }
  }

  private static void openForm(Page page) {
    DashboardMenu.item(page, "Data sources").click();
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^REST API")))
        .click();
  }

  private JsonNode source(String dashboard) {
    JsonNode sources = server.admin().get("/dashboards/" + dashboard).json().path("sources");
    return sources.isEmpty()
        ? sources
        : server.admin().get("/sources/" + sources.path(0).path("id").asString()).json();
  }
}
