package com.streamdata.source.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Locale;

/** What becomes of the rows that are there. */
public enum RestMode {
  /** The answer takes their place. */
  REPLACE,
  /** Those of the answer that are new come after them. */
  APPEND;

  @JsonCreator
  static RestMode of(String name) {
    return switch (name) {
      case "replace" -> REPLACE;
      case "append" -> APPEND;
      default -> throw Checks.invalid("", "must be replace or append");
    };
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
