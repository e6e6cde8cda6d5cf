package com.streamdata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.config.Secret;
import com.streamdata.error.AppException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailConfigTest {
  @Test
  void userAndPasswordAreDecodedOneByOne() {
    SmtpServer server =
        SmtpServer.of(new Secret("smtps://me%40example.com:p%3Ass%2F+%40@mail.example.com:2465"));

    assertThat(server.tls()).isTrue();
    assertThat(server.host()).isEqualTo("mail.example.com");
    assertThat(server.port()).isEqualTo(2465);
    assertThat(server.user()).isEqualTo("me@example.com");
    assertThat(Objects.requireNonNull(server.password()).reveal()).isEqualTo("p:ss/+@");
  }

  @Test
  void accountAndPortMayBeLeftOut() {
    assertThat(SmtpServer.of(new Secret("smtp://relay")))
        .isEqualTo(new SmtpServer(false, "relay", 587, null, null));
    assertThat(SmtpServer.of(new Secret("smtps://relay")).port()).isEqualTo(465);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.com", "http://mail.example.com", "smtp://", "smtp://user@host",
        "smtp://:password@host", "smtp://host/path", "smtp://host?tls=no", "smtp://ho st"
      })
  void anythingElseIsRefusedWithoutBeingShown(String url) {
    assertThatThrownBy(() -> new MailConfig(new Secret(url), null))
        .isInstanceOf(AppException.class)
        .hasMessageStartingWith("STREAMDATA_SMTP_URL must look like")
        .hasMessageNotContaining(url + " ");
  }

  @Test
  void senderIsTheMailServersUserUnlessSet() {
    Secret account = new Secret("smtp://me%40example.com:secret@mail.example.com");
    Secret name = new Secret("smtp://apikey:secret@mail.example.com");

    assertThat(new MailConfig(account, "stats@example.com").from().text())
        .isEqualTo("stats@example.com");
    assertThat(new MailConfig(account, null).from().text()).isEqualTo("me@example.com");
    assertThat(new MailConfig(name, null).from().text()).isEqualTo("streamdata@localhost");
  }

  @Test
  void senderMustBeAnAddress() {
    assertThatThrownBy(() -> new MailConfig(null, "Stats <stats@example.com>"))
        .hasMessage("STREAMDATA_MAIL_FROM must be an e-mail address");
  }

  @Test
  void passwordIsNotPrinted() {
    Secret url = new Secret("smtp://me:hush@mail.example.com");

    assertThat(new MailConfig(url, null) + " " + SmtpServer.of(url)).doesNotContain("hush");
  }
}
