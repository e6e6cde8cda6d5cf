package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.time.ZoneId;

/** An IANA time zone such as {@code Europe/Berlin}, or {@code UTC}. */
record TimeZoneName(@JsonValue String text) {
  static final TimeZoneName UTC = new TimeZoneName("UTC");

  TimeZoneName {
    Checks.require(
        ZoneId.getAvailableZoneIds().contains(text),
        "",
        "must be an IANA time zone such as Europe/Berlin");
  }

  @JsonCreator
  static TimeZoneName of(String text) {
    return new TimeZoneName(text);
  }
}
