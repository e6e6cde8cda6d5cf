package com.streamdata.engine;

import static com.streamdata.engine.Templates.number;
import static com.streamdata.engine.Templates.other;

import com.streamdata.dataset.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Trino, in a session whose time zone is UTC. */
final class TrinoDialect implements Dialect {
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  /** A multiple of a day beyond what is stored, for quotients are cut towards 0. */
  private static final long SHIFT = 10_000_000L * MICROS_PER_DAY;

  @Override
  public SQLDialect jooq() {
    return SQLDialect.TRINO;
  }

  /** To half a microsecond until 2038; what is exact is too long to stand in every bucket. */
  @Override
  public Field<Long> epochMicros(Field<?> timestamp) {
    return number("CAST(round(to_unixtime({0}) * 1e6) AS bigint)", timestamp);
  }

  /** Whole hours, and what is left: floating-point numbers have room for that. */
  @Override
  public Field<?> value(Field<?> column, ColumnType type) {
    if (type != ColumnType.TIMESTAMP) {
      return Dialect.super.value(column, type);
    }
    Field<Long> hours = number("date_diff('hour', TIMESTAMP '1970-01-01 00:00:00', {0})", column);
    return number(
        "({1} * 3600000000"
            + " + CAST(round(to_unixtime(date_add('hour', -{1}, {0})) * 1e6) AS bigint))",
        column, hours);
  }

  @Override
  public Field<Long> epochDay(Field<?> date) {
    return number("date_diff('day', DATE '1970-01-01', {0})", date);
  }

  @Override
  public Field<?> timestamp(Instant instant) {
    return other("from_iso8601_timestamp_nanos({0})", DSL.val(instant.toString()));
  }

  @Override
  public Field<?> date(LocalDate day) {
    return other("CAST({0} AS date)", DSL.val(day.toString()));
  }

  /** Seconds would be counted in 32 bits, and end in 2038. */
  @Override
  public Field<Long> monthOfMicros(Field<Long> micros) {
    return monthOfDate(
        other(
            "date_add('day', ({0} + "
                + SHIFT
                + ") / "
                + MICROS_PER_DAY
                + " - "
                + SHIFT / MICROS_PER_DAY
                + ", DATE '1970-01-01')",
            micros));
  }

  @Override
  public Field<Long> monthOfDate(Field<?> date) {
    return number("(year({0}) * 12 + month({0}) - 1)", date);
  }

  @Override
  public Field<Long> divide(Field<Long> number, long divisor) {
    return number("({0} / {1})", number, DSL.inline(divisor));
  }

  @Override
  public Condition contains(Field<?> text, Field<String> part) {
    return DSL.condition("strpos(lower({0}), lower({1})) > 0", text, part);
  }

  @Override
  public Field<?> text(Field<?> column) {
    return other("CAST({0} AS varchar)", column);
  }

  /** The sum of 64 bits ends with an error beyond them. */
  @Override
  public Field<?> sum(Field<?> number, ColumnType type) {
    return type == ColumnType.INTEGER
        ? other("sum(CAST({0} AS decimal(38, 0)))", number)
        : Dialect.super.sum(number, type);
  }

  @Override
  public Field<?> average(Field<?> number) {
    return other("avg(CAST({0} AS double))", number);
  }
}
