package com.streamdata.source.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Locale;

/** Where a topic is begun to be read. In lower case on the wire. */
enum Start {
  EARLIEST,
  LATEST;

  @JsonCreator
  static Start of(String name) {
    for (Start start : values()) {
      if (start.wireName().equals(name)) {
        return start;
      }
    }
    throw Checks.invalid("", "must be earliest or latest");
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
