package com.streamdata.query.bucket;

import com.streamdata.query.ask.Bucket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as SQL sees them: microseconds since 1970. */
public final class Micros {
  static final long PER_SECOND = 1_000_000;

  /**
   * A multiple of a week: makes any instant of the years 1 to 9999 a number that is not negative.
   */
  static final long SHIFT = 1_000_000 * Bucket.WEEK.seconds() * PER_SECOND;

  private Micros() {}

  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
