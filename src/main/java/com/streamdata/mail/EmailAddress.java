package com.streamdata.mail;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as the HTML standard defines a valid one; at most 254 characters (RFC 5321).
 */
public record EmailAddress(@JsonValue String text) {
  private static final int LONGEST = 254;
  private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")*");

  public EmailAddress {
    Checks.require(
        text.length() <= LONGEST && FORM.matcher(text).matches(),
        "",
        "must be an e-mail address such as name@example.com");
  }

  @JsonCreator
  public static EmailAddress of(String text) {
    return new EmailAddress(text);
  }

  /** For telling whether two are the same mailbox, as practically all mail servers see it. */
  public String folded() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
