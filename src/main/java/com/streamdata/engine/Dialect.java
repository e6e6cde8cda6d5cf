package com.streamdata.engine;

import com.streamdata.dataset.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The parts of SQL that differ from engine to engine and that jOOQ does not do for us. jOOQ's own
 * {@code trunc} renders nonsense for most engines without an error, so time buckets are integer
 * arithmetic over what is here.
 */
public interface Dialect {
  SQLDialect jooq();

  /** Microseconds since 1970 of a timestamp column; one without a zone is UTC. */
  Field<Long> epochMicros(Field<?> timestamp);

  /** Days since 1970 of a date column. */
  Field<Long> epochDay(Field<?> date);

  /** An instant to compare a column with, see {@link #compared}. */
  Field<?> timestamp(Instant instant);

  /** A day to compare a column with, see {@link #compared}. */
  Field<?> date(LocalDate day);

  /** Months since the year 0 of microseconds on a wall clock. */
  Field<Long> monthOfMicros(Field<Long> micros);

  /** Months since the year 0 of a date column. */
  Field<Long> monthOfDate(Field<?> date);

  /** The whole part of the quotient of two numbers that are not negative. */
  Field<Long> divide(Field<Long> number, long divisor);

  /** Whether a text, as {@link #compared}, has another in it, whatever the case of its letters. */
  Condition contains(Field<?> text, Field<String> part);

  /** A column as text that is told apart, and ordered, by code points. */
  Field<?> text(Field<?> column);

  /** A column as it is compared with a value: where possible as it is, so that an index helps. */
  default Field<?> compared(Field<?> column, ColumnType type) {
    return type == ColumnType.TEXT ? text(column) : column;
  }

  /** A column as it stands in an order. */
  default Field<?> ordered(Field<?> column, ColumnType type) {
    return type == ColumnType.TEXT ? text(column) : compared(column, type);
  }

  /**
   * A column as it is grouped and handed over: times as whole numbers, which every engine gives
   * exactly and fast.
   */
  default Field<?> value(Field<?> column, ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> epochMicros(column);
      case DATE -> epochDay(column);
      case TEXT -> text(column);
      case BOOLEAN -> truth(column);
      case NUMBER, INTEGER -> column;
    };
  }

  /** A boolean column in a form that has a smallest and a largest value. */
  default Field<?> truth(Field<?> column) {
    return column;
  }

  /** Exact for whole numbers, however large. */
  default Field<?> sum(Field<?> number, ColumnType type) {
    return DSL.sum(number.coerce(Long.class));
  }

  /** The mean as a floating-point number. */
  Field<?> average(Field<?> number);

  /** What an aggregate is ordered by. */
  default Field<?> sortable(Field<?> aggregate) {
    return aggregate;
  }

  /** The middle value; empty if the engine has no such aggregate and rows must be numbered. */
  default Optional<Field<?>> median(Field<?> number) {
    return Optional.empty();
  }

  /**
   * The value, not null, of the row that is newest; empty if the engine has no such aggregate and
   * rows must be numbered.
   *
   * @param time microseconds or days, rows without it being the oldest; null when only arrival
   *     counts
   * @param arrival null where nothing tells which of two rows came first
   */
  default Optional<Field<?>> last(
      Field<?> value, @Nullable Field<Long> time, @Nullable Field<Long> arrival) {
    return Optional.empty();
  }

  /**
   * Whether ranks are found faster by joins of common table expressions than by windows. Some
   * engines read the whole table again for every mention of such an expression.
   */
  default boolean joinsRanks() {
    return false;
  }

  /** What the engine's driver gave, as far as only this dialect can tell what it is. */
  default Object read(Object value) {
    return value;
  }
}
