package com.streamdata.dataset;

import java.util.Optional;

/**
 * Which numbers a column of type {@link ColumnType#NUMBER} has met so far. It decides how they are
 * stored, so that a 64-bit whole number is never rounded.
 */
public enum Numbers {
  /** Whole numbers up to 2^53, which either representation holds exactly. Stored as BIGINT. */
  WHOLE,
  /** Whole numbers, some beyond 2^53. Stored as BIGINT for good: fractions are refused. */
  LARGE,
  /** Some with a fraction. Stored as DOUBLE for good: whole numbers beyond 2^53 are refused. */
  FRACTIONS;

  private static final long LARGEST_EXACT = 1L << 53;

  static Numbers of(long value) {
    return isExact(value) ? WHOLE : LARGE;
  }

  /** Whether a DOUBLE tells this number from its neighbours. */
  public static boolean isExact(long value) {
    return value >= -LARGEST_EXACT && value <= LARGEST_EXACT;
  }

  /** What a column holds that holds both; empty if no representation keeps both exactly. */
  Optional<Numbers> and(Numbers other) {
    if (this == other || other == WHOLE) {
      return Optional.of(this);
    }
    return this == WHOLE ? Optional.of(other) : Optional.empty();
  }
}
