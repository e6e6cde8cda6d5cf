package com.streamdata.query.engine;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * The parts of SQL that differ from engine to engine and that jOOQ does not do for us. jOOQ's own
 * {@code trunc} renders nonsense for most engines without an error, so time buckets are integer
 * arithmetic over what is here.
 */
public interface Dialect {
  SQLDialect jooq();

  /** Microseconds since 1970 of a timestamp column. */
  Field<Long> epochMicros(Field<?> timestamp);

  /** Days since 1970 of a date column. */
  Field<Long> epochDay(Field<?> date);

  /** The timestamp that is so many microseconds after 1970. */
  Field<?> timestamp(Field<Long> micros);

  /** The date of a text such as 2026-01-31. */
  Field<?> date(Field<String> day);

  /** Months since the year 0 of microseconds on a wall clock. */
  Field<Long> monthOfMicros(Field<Long> micros);

  /** Months since the year 0 of a date column. */
  Field<Long> monthOfDate(Field<?> date);

  /** The whole part of the quotient of two numbers that are not negative. */
  Field<Long> divide(Field<Long> number, long divisor);

  Condition contains(Field<?> text, Field<String> part);

  Field<?> median(Field<?> number);

  /**
   * The value, not null, of the row that is newest.
   *
   * @param time microseconds or days, rows without it being the oldest; null when only arrival
   *     counts
   */
  Field<?> last(Field<?> value, @Nullable Field<Long> time, Field<Long> arrival);
}
