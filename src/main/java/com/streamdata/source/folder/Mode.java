package com.streamdata.source.folder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Locale;

/** What becomes of the rows there are when a file appears. In lower case on the wire. */
enum Mode {
  /** The rows of each new file come after them. */
  APPEND,
  /** The rows of the newest file take their place. */
  REPLACE;

  @JsonCreator
  static Mode of(String name) {
    for (Mode mode : values()) {
      if (mode.wireName().equals(name)) {
        return mode;
      }
    }
    throw Checks.invalid("", "must be append or replace");
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
