package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.time.DateTimeException;
import java.time.Instant;

/** The first instant at which a link works no longer; in JSON an ISO 8601 instant. */
record Expiry(@JsonValue Instant at) {

  /** Throws invalid for a text that is no instant after 1970. */
  @JsonCreator
  static Expiry of(String text) {
    try {
      Instant at = Instant.parse(text);
      Checks.require(at.toEpochMilli() > 0, "", RULE);
      return new Expiry(at);
    } catch (DateTimeException | ArithmeticException _) {
      throw Checks.invalid("", RULE);
    }
  }

  private static final String RULE = "must be an instant such as 2027-01-01T00:00:00Z, or null";
}
