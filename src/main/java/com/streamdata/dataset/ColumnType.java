package com.streamdata.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a column holds. On the wire in lower case. */
public enum ColumnType {
  /** An instant; ISO 8601 with offset on the wire, UTC inside. */
  TIMESTAMP,
  /** A calendar day without a time zone. */
  DATE,
  /** A number. Whole numbers are kept exactly; others as 64-bit floating point. */
  NUMBER,
  /** A whole number of 64 bits. */
  INTEGER,
  BOOLEAN,
  TEXT;

  @JsonCreator
  public static ColumnType of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Checks.invalid("", "must be one of " + names()));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(ColumnType::wireName).collect(Collectors.joining(", "));
  }
}
