package com.streamdata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.streamdata.access.ShareId;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches a real mail server. */
class OutboxTest extends MailTest {
  private GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private String url = "";

  @BeforeEach
  void startMailServer() {
    mailServer.start();
    url = "smtp://127.0.0.1:" + mailServer.getSmtp().getPort();
  }

  @AfterEach
  void stopMailServer() {
    mailServer.stop();
  }

  @Test
  void invitationArrivesInBothFormsWithoutThePassword() throws Exception {
    Postman postman = postman(url);
    invite(outbox(url, postman), FRIEND);

    postman.sendDue();

    MimeMessage mail = mailServer.getReceivedMessages()[0];
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(mail.getSubject()).isEqualTo("owner@email.com shared \"Sales\" with you");
    assertThat(mail.getHeader("From")).containsExactly("StreamData <streamdata@stats.example.com>");
    assertThat(mail.getHeader("To")).containsExactly("friend@example.org");
    assertThat(mail.getMessageID()).isEqualTo("<" + column("message_id") + ">");
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("https://stats.example.com/share/t0ken", "asks for a password");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("href=\"https://stats.example.com/share/t0ken\"");
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void linkStandsNowhereReadable() {
    invite(outbox(url, postman(url)), FRIEND);

    assertThat(column("sealed_content")).isNotEmpty().doesNotContain("t0ken");
  }

  @Test
  void whatWasRolledBackIsNotSent() {
    Postman postman = postman(url);
    Outbox outbox = outbox(url, postman);

    assertThatThrownBy(() ->
            database()
                .write(handle -> {
                  outbox.add(handle, insertShare(handle), FRIEND, INVITATION);
                  throw new IllegalStateException("no share after all");
                }))
        .hasMessage("no share after all");
    postman.sendDue();

    assertThat(mailServer.getReceivedMessages()).isEmpty();
  }

  @Test
  void withoutMailServerNothingIsWritten() {
    Outbox outbox = outbox(null, postman(null));

    invite(outbox, FRIEND);

    assertThat(outbox.isConfigured()).isFalse();
    assertThat(rows()).isZero();
  }

  @Test
  void sentIsNotSentAgain() {
    Postman postman = postman(url);
    invite(outbox(url, postman), FRIEND);

    postman.sendDue();
    clock.advance(Duration.ofDays(1));
    postman.sendDue();

    assertThat(mailServer.getReceivedMessages()).hasSize(1);
    assertThat(column("sealed_content")).isEmpty();
  }

  @Test
  void ofTwoSendersOneSendsIt() throws Exception {
    Postman[] postmen = {postman(url), postman(url)};
    Outbox outbox = outbox(url, postmen[0]);
    for (int i = 0; i < 10; i++) {
      invite(outbox, new EmailAddress("friend" + i + "@example.org"));
    }
    CountDownLatch together = new CountDownLatch(2);

    Thread[] threads = new Thread[2];
    for (int i = 0; i < 2; i++) {
      Postman postman = postmen[i];
      threads[i] =
          Thread.startVirtualThread(() -> {
            together.countDown();
            try {
              assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            postman.sendDue();
          });
    }
    threads[0].join();
    threads[1].join();

    assertThat(mailServer.getReceivedMessages()).hasSize(10);
  }

  @Test
  void cancelledIsNotSent() {
    Postman postman = postman(url);
    Outbox outbox = outbox(url, postman);
    ShareId share = invite(outbox, FRIEND);

    database()
        .write(handle -> {
          outbox.cancel(handle, share);
          return true;
        });
    postman.sendDue();

    assertThat(mailServer.getReceivedMessages()).isEmpty();
    assertThat(state()).isEqualTo("cancelled");
    assertThat(column("sealed_content")).isEmpty();
  }

  @Test
  void nobodyIsWrittenToAboutADeletedShare() {
    Postman postman = postman(url);
    ShareId share = invite(outbox(url, postman), FRIEND);

    database().write(handle -> handle.execute("DELETE FROM share WHERE id = ?", share.value()));
    postman.sendDue();

    assertThat(mailServer.getReceivedMessages()).isEmpty();
  }

  @Test
  void afterACrashInTheMiddleItIsSentByTheNextStart() {
    invite(outbox(url, postman(url)), FRIEND);
    claimAsOneThatDies();
    Postman next = postman(url);

    next.releaseAll();
    next.sendDue();

    assertThat(mailServer.getReceivedMessages()).hasSize(1);
  }

  @Test
  void claimOfADeadNodeRunsOut() {
    Postman other = postman(url);
    invite(outbox(url, other), FRIEND);
    claimAsOneThatDies();

    other.sendDue();
    assertThat(mailServer.getReceivedMessages()).isEmpty();
    clock.advance(Postman.CLAIM.plusSeconds(1));
    other.sendDue();

    assertThat(mailServer.getReceivedMessages()).hasSize(1);
  }

  @Test
  void serverThatWasDownGetsItOnceItIsUp() {
    mailServer.stop();
    Postman postman = postman(url);
    invite(outbox(url, postman), FRIEND);

    postman.sendDue();
    assertThat(state()).isEqualTo("waiting");
    mailServer = new GreenMail(new ServerSetup(port(), "127.0.0.1", "smtp"));
    mailServer.start();
    clock.advance(Duration.ofSeconds(59));
    postman.sendDue();
    assertThat(mailServer.getReceivedMessages()).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    postman.sendDue();

    assertThat(mailServer.getReceivedMessages()).hasSize(1);
  }

  @Test
  void threadSendsWhenWokenAndStopsWhenTold() {
    Postman postman = postman(url);
    Outbox outbox = outbox(url, postman);
    CountDownLatch stopped = new CountDownLatch(1);

    postman.start();
    invite(outbox, FRIEND);
    outbox.wake();
    await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("sent"));
    postman.stop(stopped::countDown);

    await().atMost(Duration.ofSeconds(10)).until(() -> stopped.getCount() == 0);
    assertThat(postman.isRunning()).isFalse();
    assertThat(mailServer.getReceivedMessages()).hasSize(1);
  }

  @Test
  void lineBreaksAndMarkupInATitleStayText() throws Exception {
    Postman postman = postman(url);
    Outbox outbox = outbox(url, postman);
    Invitation nasty =
        new Invitation(
            "Sales\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>",
            "owner@email.com",
            "https://stats.example.com/share/t?a=1&b=\"x",
            false);

    database()
        .write(handle -> {
          outbox.add(handle, insertShare(handle), FRIEND, nasty);
          return true;
        });
    postman.sendDue();

    MimeMessage mail = mailServer.getReceivedMessages()[0];
    String html = ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
    assertThat(mailServer.getReceivedMessages()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).contains("Sales Bcc: all@example.org <script>");
    assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;", "a=1&amp;b=&quot;x");
    assertThat(GreenMailUtil.getHeaders(mail)).doesNotContain("\nBcc");
  }

  private void claimAsOneThatDies() {
    database()
        .write(handle -> {
          OutboxStore store = handle.attach(OutboxStore.class);
          long id = store.listDue(clock.instant(), 1).getFirst();
          return store.claim(id, clock.instant(), clock.instant().plus(Postman.CLAIM));
        });
  }

  private int port() {
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
  }

  private int rows() {
    return database()
        .read(handle -> handle.select("SELECT count(*) FROM outbox").mapTo(int.class).one());
  }
}
