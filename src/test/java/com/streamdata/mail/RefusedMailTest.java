package com.streamdata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.ShareId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a message that the mail server does not take. */
class RefusedMailTest extends MailTest {
  private final ScriptedSmtp mailServer = new ScriptedSmtp();

  @AfterEach
  void stop() {
    mailServer.close();
  }

  @Test
  void lastingRefusalOfTheRecipientStopsAtOnce() {
    mailServer.reply("RCPT", "550 no such user friend@example.org");
    Postman postman = invited();

    postman.sendDue();
    clock.advance(Duration.ofDays(1));
    postman.sendDue();

    assertThat(mailServer.heard("RCPT")).isEqualTo(1);
    assertThat(state()).isEqualTo("failed");
    assertThat(column("last_error")).isEqualTo("SMTP 550");
    assertThat(column("sealed_content")).isEmpty();
  }

  @Test
  void lastingRefusalOfTheContentStopsAtOnce() {
    mailServer.reply(".", "554 looks like spam");
    Postman postman = invited();

    postman.sendDue();

    assertThat(state()).isEqualTo("failed");
    assertThat(column("last_error")).isEqualTo("SMTP 554");
  }

  @Test
  void passingRefusalIsTriedAgainLaterAndLater() {
    mailServer.reply("RCPT", "451 come back later");
    Postman postman = invited();
    int[] minutes = {1, 5, 15, 30, 60, 60};
    postman.sendDue();

    for (int attempt = 0; attempt < minutes.length; attempt++) {
      clock.advance(Duration.ofMinutes(minutes[attempt]).minusSeconds(10));
      postman.sendDue();
      assertThat(mailServer.heard("RCPT")).as("too early").isEqualTo(attempt + 1);
      clock.advance(Duration.ofSeconds(10));
      postman.sendDue();
      assertThat(mailServer.heard("RCPT")).isEqualTo(attempt + 2);
    }

    mailServer.reply("RCPT", "250 welcome");
    clock.advance(Duration.ofHours(1));
    postman.sendDue();
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void afterFourDaysItIsGivenUp() {
    mailServer.reply("RCPT", "451 come back later");
    Postman postman = invited();

    for (int hour = 0; hour < 4 * 24 - 2; hour++) {
      postman.sendDue();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(state()).isEqualTo("waiting");
    clock.advance(Duration.ofHours(3));
    postman.sendDue();

    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void lostAnswerToAWholeMessageIsNotTakenForALostMessage() {
    mailServer.reply(".", "hang up");
    Postman postman = invited();

    postman.sendDue();
    clock.advance(Duration.ofDays(1));
    postman.sendDue();

    assertThat(mailServer.heard(".")).isEqualTo(1);
    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void connectionThatBreaksBeforeTheMessageIsTriedAgain() {
    mailServer.reply("DATA", "hang up");
    Postman postman = invited();

    postman.sendDue();
    assertThat(state()).isEqualTo("waiting");
    mailServer.reply("DATA", "354 go on");
    clock.advance(Duration.ofMinutes(1));
    postman.sendDue();

    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void oneRefusedRecipientTakesNobodyAlong() {
    mailServer.reply("RCPT", "550 no such user");
    Postman postman = invited();
    postman.sendDue();
    mailServer.reply("RCPT", "250 fine");

    invite(outbox(mailServer.url(), postman), new EmailAddress("other@example.org"));
    postman.sendDue();

    assertThat(column("recipient")).isEqualTo("other@example.org");
    assertThat(state()).isEqualTo("sent");
  }

  @Test
  void shareThatIsRevokedWhileItWaitsIsNotTriedAgain() {
    mailServer.reply("RCPT", "451 come back later");
    Postman postman = postman(mailServer.url());
    Outbox outbox = outbox(mailServer.url(), postman);
    ShareId share = invite(outbox, FRIEND);
    postman.sendDue();

    database()
        .write(handle -> {
          outbox.cancel(handle, share);
          return true;
        });
    clock.advance(Duration.ofDays(1));
    postman.sendDue();

    assertThat(mailServer.heard("RCPT")).isEqualTo(1);
  }

  private Postman invited() {
    Postman postman = postman(mailServer.url());
    invite(outbox(mailServer.url(), postman), FRIEND);
    return postman;
  }
}
