package com.streamdata.query.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.http.WireNames;
import java.util.Locale;

/** What a statement's rows are taken for. On the wire in lower case. */
public enum Format {
  /** Rows as they are. */
  TABLE,
  /** A column of times, columns of numbers, and texts that name the series of a row. */
  TIME_SERIES;

  @JsonCreator
  public static Format of(String name) {
    return WireNames.find(Format.class, name);
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
