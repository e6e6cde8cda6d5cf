package com.streamdata.query.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.http.WireNames;
import java.util.Locale;

/**
 * A stretch of time that makes one point of a chart. Weeks start on Monday. On the wire in lower
 * case.
 */
public enum Bucket {
  SECOND(1),
  MINUTE(60),
  HOUR(3_600),
  DAY(86_400),
  WEEK(7 * 86_400),
  MONTH(30 * 86_400),
  QUARTER(91 * 86_400),
  YEAR(365 * 86_400),
  /** The shortest that keeps the number of points readable. */
  AUTO(0);

  private final long seconds;

  Bucket(long seconds) {
    this.seconds = seconds;
  }

  @JsonCreator
  public static Bucket of(String name) {
    return WireNames.find(Bucket.class, name);
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its usual length; days and longer vary with the calendar. */
  public long seconds() {
    return seconds;
  }

  public boolean isShorterThanDay() {
    return this == SECOND || this == MINUTE || this == HOUR;
  }
}
