package com.streamdata.query.bucket;

import com.streamdata.engine.Dialect;
import com.streamdata.query.ask.Bucket;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Buckets of days and longer of a column that holds dates. No time zone plays a part.
 *
 * @param bucket DAY or longer
 */
record DayBuckets(Bucket bucket) implements Buckets {
  /** A multiple of a week: makes every day that is stored a number that is not negative. */
  private static final long SHIFT = 7L * 1_000_000;

  /** Weeks begin on Monday, and 1970 began on a Thursday. */
  private static final long DAYS_SINCE_MONDAY = 3;

  @Override
  public Field<Long> key(Field<?> column, Dialect dialect) {
    return key(dialect.epochDay(column), dialect.monthOfDate(column), dialect);
  }

  /**
   * @param day days since 1970
   * @param month months since the year 0
   */
  Field<Long> key(Field<Long> day, Field<Long> month, Dialect dialect) {
    return switch (bucket) {
      case DAY -> day;
      case WEEK -> dialect.divide(day.plus(DSL.inline(DAYS_SINCE_MONDAY + SHIFT)), 7);
      case MONTH -> month;
      case QUARTER -> dialect.divide(month, 3);
      case YEAR -> dialect.divide(month, 12);
      case SECOND, MINUTE, HOUR, AUTO -> throw noDays();
    };
  }

  @Override
  public long start(long key) {
    return startDay(key).toEpochDay();
  }

  @Override
  public long next(long start) {
    return next(LocalDate.ofEpochDay(start)).toEpochDay();
  }

  LocalDate startDay(long key) {
    return switch (bucket) {
      case DAY -> LocalDate.ofEpochDay(key);
      case WEEK -> LocalDate.ofEpochDay(key * 7 - SHIFT - DAYS_SINCE_MONDAY);
      case MONTH -> month(key);
      case QUARTER -> month(key * 3);
      case YEAR -> month(key * 12);
      case SECOND, MINUTE, HOUR, AUTO -> throw noDays();
    };
  }

  LocalDate next(LocalDate start) {
    return switch (bucket) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
      case SECOND, MINUTE, HOUR, AUTO -> throw noDays();
    };
  }

  /** The first day of the bucket that a day is in. */
  LocalDate startOf(LocalDate day) {
    return switch (bucket) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1L);
      case YEAR -> day.withDayOfYear(1);
      case SECOND, MINUTE, HOUR, AUTO -> throw noDays();
    };
  }

  private IllegalStateException noDays() {
    return new IllegalStateException("not made of days: " + bucket);
  }

  private static LocalDate month(long monthsSinceYearZero) {
    int year = Math.toIntExact(Math.floorDiv(monthsSinceYearZero, 12L));
    return LocalDate.of(year, Math.floorMod(monthsSinceYearZero, 12) + 1, 1);
  }
}
