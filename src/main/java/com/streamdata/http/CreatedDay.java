package com.streamdata.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The day something was created, in UTC: {@code YYYYMMDD}, as the published contract shows it. */
public record CreatedDay(@JsonValue String text) {
  public static CreatedDay of(Instant instant) {
    return new CreatedDay(
        DateTimeFormatter.BASIC_ISO_DATE.format(instant.atOffset(ZoneOffset.UTC).toLocalDate()));
  }
}
