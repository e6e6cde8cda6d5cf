package com.streamdata.query.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.http.WireNames;
import java.util.Locale;

/** Which way to sort; nulls come last either way. On the wire in lower case. */
public enum Direction {
  ASC,
  DESC;

  @JsonCreator
  public static Direction of(String name) {
    return WireNames.find(Direction.class, name);
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
