package com.streamdata.mail;

import com.streamdata.config.Secret;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that invitations go out through.
 *
 * @param smtpUrl {@code smtp[s]://user:password@host:port}; null: no mail is sent
 * @param mailFrom the sender's address; null: the user of the mail server where that is an address,
 *     else {@code streamdata@localhost}
 */
public record MailConfig(@Nullable Secret smtpUrl, @Nullable String mailFrom) {
  private static final String NOBODY = "streamdata@localhost";

  public MailConfig {
    new Checks()
        .that(
            smtpUrl == null || SmtpServer.fits(smtpUrl),
            "STREAMDATA_SMTP_URL",
            "must look like smtps://user:password@mail.example.com:465, with anything special in"
                + " user and password percent-encoded")
        .that(
            mailFrom == null || isAddress(mailFrom),
            "STREAMDATA_MAIL_FROM",
            "must be an e-mail address")
        .done();
  }

  /** The mail server. Only asked for where one is configured. */
  SmtpServer server() {
    if (smtpUrl == null) {
      throw new IllegalStateException("No mail server is configured");
    }
    return SmtpServer.of(smtpUrl);
  }

  /** The address in From. */
  EmailAddress from() {
    if (mailFrom != null) {
      return new EmailAddress(mailFrom);
    }
    String user = smtpUrl == null ? null : server().user();
    return new EmailAddress(user != null && isAddress(user) ? user : NOBODY);
  }

  private static boolean isAddress(String text) {
    try {
      return EmailAddress.of(text).text().equals(text);
    } catch (AppException _) {
      return false;
    }
  }
}
