package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a dashboard. A number in the database, a string of digits on the wire. */
public record DashboardId(long value) {

  /**
   * Reads the form on the wire.
   *
   * @throws com.streamdata.error.AppException not-found, if it is not a number of up to 18 digits
   */
  @JsonCreator
  public static DashboardId of(String digits) {
    return new DashboardId(Digits.parse(digits, "dashboard"));
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
