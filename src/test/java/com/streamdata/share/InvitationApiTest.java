package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.streamdata.db.Database;
import com.streamdata.testing.TestServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sharing with somebody by e-mail, through the whole server. */
class InvitationApiTest {
  private GreenMail mailServer;
  private TestServer server;
  private String dashboard;

  @BeforeEach
  void start() {
    mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mailServer.start();
    String url = "smtp://127.0.0.1:" + mailServer.getSmtp().getPort();
    server = TestServer.start(Map.of("STREAMDATA_SMTP_URL", url));
    dashboard =
        server
            .admin()
            .post("/dashboards", "{\"name\": \"Sales\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
  }

  @AfterEach
  void stop() {
    server.close();
    mailServer.stop();
  }

  @Test
  void everyRecipientGetsTheLinkAndNoPassword() throws Exception {
    var answer =
        share(
            """
            {"access": "view", "password": "OptionalPassword123",
             "email": ["user1@email.com", "user2@email.com"]}
            """);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mailServer.getReceivedMessages().length == 2);
    String link = answer.path("share_link").asString();
    assertThat(answer.path("message").asString()).isEqualTo("Dashboard shared successfully.");
    for (MimeMessage mail : mailServer.getReceivedMessages()) {
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getBodyPart(0).getContent().toString()).contains(link);
      assertThat(parts.getBodyPart(1).getContent().toString()).contains(link);
      assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("OptionalPassword123");
    }
  }

  @Test
  void refusedSharingSendsNothing() {
    server
        .admin()
        .post(
            "/dashboards/" + dashboard + "/share",
            "{\"access\": \"look\", \"email\": [\"user1@email.com\"]}")
        .expect(400);

    assertThat(messages()).isZero();
  }

  @Test
  void revokedLinkIsNotSentAnyMore() {
    mailServer.stop();
    share("{\"access\": \"view\", \"email\": [\"user1@email.com\"]}");
    String share =
        server
            .admin()
            .get("/dashboards/" + dashboard + "/shares")
            .json()
            .path("shares")
            .get(0)
            .path("id")
            .asString();

    server.admin().patch("/shares/" + share, "{\"enabled\": false}").expect(200);

    assertThat(waiting()).isZero();
  }

  private JsonNode share(String body) {
    return server.admin().post("/dashboards/" + dashboard + "/share", body).expect(200).json();
  }

  private int messages() {
    return count("SELECT count(*) FROM outbox");
  }

  private int waiting() {
    return count("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')");
  }

  private int count(String sql) {
    return server.part(Database.class).read(handle -> handle.select(sql).mapTo(int.class).one());
  }
}
