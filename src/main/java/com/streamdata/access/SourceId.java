package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a source. A number in the database, a string of digits on the wire. */
public record SourceId(long value) {

  /**
   * Reads the form on the wire.
   *
   * @throws com.streamdata.error.AppException not-found, if it is not a number of up to 18 digits
   */
  @JsonCreator
  public static SourceId of(String digits) {
    return new SourceId(Digits.parse(digits, "source"));
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
