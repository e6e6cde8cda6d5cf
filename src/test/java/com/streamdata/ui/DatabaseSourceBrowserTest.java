package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.streamdata.engine.SqlEngine;
import com.streamdata.testing.Elsewhere;
import com.streamdata.testing.TestCertificate;
import com.streamdata.testing.TestKafka;
import com.streamdata.testing.TestKafka.Listener;
import com.streamdata.testing.TestPostgres;
import com.streamdata.testing.TestServer;
import com.streamdata.ui.TestBrowser.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases and topics as sources, entered by hand, against real servers. */
class DatabaseSourceBrowserTest {
  private static final String TOPIC = "shop.sales";

  @TempDir private static Path folder;

  private static TestServer server;
  private static TestBrowser browser;
  private static TestKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    browser = TestBrowser.launch();
    kafka = TestKafka.shared();
    kafka.create(TOPIC, 1);
    TestCertificate certificate = TestCertificate.of("ip:127.0.0.1");
    TestPostgres.encryptWith(certificate);
    Path trusted = folder.resolve("trusted.pem");
    Files.writeString(trusted, certificate.pem() + Files.readString(kafka.trusted()));
    server =
        TestServer.start(
            Map.of(
                "STREAMDATA_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "STREAMDATA_TRUSTED_CERTIFICATES",
                trusted.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
    TestPostgres.encryptWith(null);
  }

  @Test
  void tableOfPostgresIsTestedCorrectedSavedAndDrawn() throws Exception {
    try (Elsewhere elsewhere = sales(SqlEngine.POSTGRESQL);
        Visitor owner = browser.visitor()) {
      Locator form = choose(owner, "SQL database");
      fill(form, elsewhere);

      correctThePassword(owner, elsewhere.password());
      form.getByLabel("Secure connection").check();
      becomesAChart(owner);
    }
  }

  @Test
  void statementOverMariaDbIsTestedCorrectedSavedAndDrawn() throws Exception {
    try (Elsewhere elsewhere = sales(SqlEngine.MARIADB);
        Visitor owner = browser.visitor()) {
      Locator form = choose(owner, "SQL database");
      form.getByLabel("Engine").selectOption("mariadb");
      fill(form, elsewhere);
      form.getByLabel("Secure connection").uncheck();
      form.getByLabel("Rows of").selectOption("statement");
      form.getByLabel("Statement").fill("SELECT kind, amount FROM sales WHERE amount > 0");

      correctThePassword(owner, elsewhere.password());
      becomesAChart(owner);
    }
  }

  @Test
  void topicOfKafkaIsTestedCorrectedSavedAndDrawnAsMessagesArrive() throws Exception {
    kafka.send(TOPIC, 0, "{\"kind\": \"solar\", \"amount\": 3}");
    kafka.send(TOPIC, 0, "{\"kind\": \"water\", \"amount\": 4}");
    kafka.send(TOPIC, 0, "{\"kind\": \"solar\", \"amount\": 5}");
    kafka.flush();
    try (Visitor owner = browser.visitor()) {
      Locator form = choose(owner, "Kafka topic");
      form.getByLabel("Brokers").fill(kafka.address(Listener.USERTLS));
      form.getByLabel("Topic").fill(TOPIC);
      form.getByLabel("Begin with").selectOption("earliest");
      form.getByLabel("Security").selectOption("sasl_tls");
      form.getByLabel("Mechanism").selectOption("scram-sha-256");
      form.getByLabel("User").fill("reader");

      correctThePassword(owner, TestKafka.PASSWORD);
      becomesAChart(owner);

      Page page = owner.page();
      page.evaluate("window.loadedOnce = true");
      kafka.send(TOPIC, 0, "{\"kind\": \"wind\", \"amount\": 70}");
      kafka.flush();
      assertThat(chart(page)).hasAccessibleName(Pattern.compile(".*\\bwind\\b.*"));
      assertThat(page.locator("dashboard-view")).isVisible();
      org.assertj.core.api.Assertions.assertThat(page.evaluate("window.loadedOnce"))
          .isEqualTo(true);
    }
  }

  private static Elsewhere sales(SqlEngine engine) throws Exception {
    Elsewhere elsewhere = Elsewhere.fresh(engine, folder);
    elsewhere.execute(
        "CREATE TABLE sales (kind varchar(20), amount bigint)",
        "INSERT INTO sales VALUES ('solar', 3), ('water', 4), ('solar', 5)");
    return elsewhere;
  }

  private static Locator choose(Visitor owner, String kind) {
    String id =
        server
            .admin()
            .post("/dashboards", "{\"name\": \"Own data\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    Page page = owner.page();
    page.navigate(server.url() + "/app/dashboards/" + id);
    page.getByLabel("E-mail").fill(TestServer.ADMIN_EMAIL);
    page.getByLabel("Password").fill(TestServer.ADMIN_PASSWORD);
    page.keyboard().press("Enter");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Data sources").setExact(true))
        .click();
    page.getByText(kind).click();
    Locator form = page.locator("source-form");
    form.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("Sales");
    return form;
  }

  private static void fill(Locator form, Elsewhere elsewhere) {
    form.getByLabel("Host").fill("127.0.0.1");
    form.getByLabel("Port").fill("" + elsewhere.port());
    form.getByLabel("Database", new Locator.GetByLabelOptions().setExact(true))
        .fill(elsewhere.database());
    form.getByLabel("User").fill(elsewhere.user());
    form.getByLabel("Table").fill("sales");
  }

  /** Enters a wrong one first, which is said to be one. */
  private static void correctThePassword(Visitor owner, String password) {
    Page page = owner.page();
    Locator form = page.locator("source-form");
    form.getByLabel("Password").fill("wrong-horse");
    test(form);
    Locator failure = page.getByRole(AriaRole.ALERTDIALOG);
    assertThat(failure.getByText("Connection Failure")).isVisible();
    assertThat(failure.getByText("Not signed in", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    owner.expectAccessible();
    failure.getByText("Correct it").click();
    form.getByLabel("Password").fill(password);
    test(form);
    assertThat(form.getByText("Tested: 3 rows.")).isVisible();
  }

  private static void test(Locator form) {
    form.getByText("Test", new Locator.GetByTextOptions().setExact(true)).click();
  }

  private static void becomesAChart(Visitor owner) {
    Page page = owner.page();
    page.locator("source-form").getByText("Save").click();
    assertThat(page.getByText("“Sales” was saved.")).isVisible();
    page.getByText("Add a chart").click();
    page.locator("visualization-editor").getByText("Save").click();
    assertThat(page.locator("dashboard-view canvas")).isVisible();
    assertThat(chart(page)).hasAccessibleName(Pattern.compile(".*\\bsolar\\b.*"));
  }

  private static Locator chart(Page page) {
    return page.locator("visualization-card").getByRole(AriaRole.IMG);
  }
}
