package com.streamdata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.error.AppException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"user1@email.com", "a@b", "admin@localhost", "first.last+tag@mail.example.co.uk"})
  void usualAddressesAreTaken(String text) {
    assertThat(new EmailAddress(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "@example.org",
        "name@",
        "a b@example.org",
        "a@b@c",
        "Ann <ann@example.org>",
        "ann@example.org\r\nBcc: all@example.org",
        "ann@example.org,bob@example.org",
        "ann@-example.org",
        "ann@example..org",
        "änn@example.org"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(AppException.class);
  }

  @Test
  void addressIsNotEndlesslyLong() {
    String label = "a".repeat(63);
    String domain = label + "." + label + "." + label;

    assertThat(new EmailAddress("a".repeat(62) + "@" + domain).text()).hasSize(254);
    assertThatThrownBy(() -> new EmailAddress("a".repeat(63) + "@" + domain))
        .isInstanceOf(AppException.class);
    assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@b.c"))
        .isInstanceOf(AppException.class);
  }
}
