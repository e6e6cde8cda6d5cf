package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a user. A number in the database, a string of digits on the wire. */
public record UserId(long value) {

  /**
   * Reads the form on the wire.
   *
   * @throws com.streamdata.error.AppException not-found, if it is not a number of up to 18 digits
   */
  @JsonCreator
  public static UserId of(String digits) {
    return new UserId(Digits.parse(digits, "user"));
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
