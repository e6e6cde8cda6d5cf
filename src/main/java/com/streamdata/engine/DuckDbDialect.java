package com.streamdata.engine;

import static com.streamdata.engine.Templates.number;
import static com.streamdata.engine.Templates.other;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB. Its {@code date_trunc} and {@code time_bucket} on timestamps with a zone take 140 and
 * 1,000 ms for 3 million rows where integers take 13.
 */
final class DuckDbDialect implements Dialect {
  @Override
  public SQLDialect jooq() {
    return SQLDialect.DUCKDB;
  }

  @Override
  public Field<Long> epochMicros(Field<?> timestamp) {
    return number("epoch_us({0})", timestamp);
  }

  @Override
  public Field<Long> epochDay(Field<?> date) {
    return number("({0} - DATE '1970-01-01')", date);
  }

  @Override
  public Field<?> timestamp(Instant instant) {
    return other(
        "make_timestamptz({0})", DSL.val(ChronoUnit.MICROS.between(Instant.EPOCH, instant)));
  }

  @Override
  public Field<?> date(LocalDate day) {
    return other("CAST({0} AS DATE)", DSL.val(day.toString()));
  }

  @Override
  public Field<Long> monthOfMicros(Field<Long> micros) {
    return number("(year(make_timestamp({0})) * 12 + month(make_timestamp({0})) - 1)", micros);
  }

  @Override
  public Field<Long> monthOfDate(Field<?> date) {
    return number("(year({0}) * 12 + month({0}) - 1)", date);
  }

  /** The operator {@code //} by its name, for jOOQ takes it for a comment. */
  @Override
  public Field<Long> divide(Field<Long> number, long divisor) {
    return number("divide({0}, {1})", number, DSL.inline(divisor));
  }

  @Override
  public Condition contains(Field<?> text, Field<String> part) {
    return DSL.condition("contains(lower({0}), lower({1}))", text, part);
  }

  @Override
  public Field<?> text(Field<?> column) {
    return column;
  }

  @Override
  public Field<?> average(Field<?> number) {
    return other("avg({0})", number);
  }

  @Override
  public Optional<Field<?>> median(Field<?> number) {
    return Optional.of(other("median({0})", number));
  }

  /**
   * Time and arrival side by side in 128 bits: half the cost of a struct and a quarter of sorting.
   */
  @Override
  public Optional<Field<?>> last(
      Field<?> value, @Nullable Field<Long> time, @Nullable Field<Long> arrival) {
    if (arrival == null) {
      return Optional.empty();
    }
    return Optional.of(
        time == null
            ? other("arg_max({0}, {1})", value, arrival)
            : other(
                "arg_max({0}, coalesce({1}, -9000000000000000000)::HUGEINT"
                    + " * 4611686018427387904 + {2})",
                value, time, arrival));
  }

  /** 400 ms instead of 6,000 for 2 million groups of 5,000 series. */
  @Override
  public boolean joinsRanks() {
    return true;
  }
}
