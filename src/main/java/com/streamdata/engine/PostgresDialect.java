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

/** PostgreSQL 12 and newer, in a session whose time zone is UTC. */
final class PostgresDialect implements Dialect {
  @Override
  public SQLDialect jooq() {
    return SQLDialect.POSTGRES;
  }

  /** What is infinite has no number. */
  @Override
  public Field<Long> epochMicros(Field<?> timestamp) {
    return number(
        "CASE WHEN isfinite({0}) THEN CAST(extract(epoch FROM {0}) * 1000000 AS bigint) END",
        timestamp);
  }

  @Override
  public Field<Long> epochDay(Field<?> date) {
    return number("CASE WHEN isfinite({0}) THEN CAST({0} - DATE '1970-01-01' AS bigint) END", date);
  }

  @Override
  public Field<?> timestamp(Instant instant) {
    return other("CAST({0} AS timestamptz)", DSL.val(instant.toString()));
  }

  @Override
  public Field<?> date(LocalDate day) {
    return other("CAST({0} AS date)", DSL.val(day.toString()));
  }

  @Override
  public Field<Long> monthOfMicros(Field<Long> micros) {
    return month(
        other("(TIMESTAMP '1970-01-01 00:00:00' + {0} * INTERVAL '1 microsecond')", micros));
  }

  @Override
  public Field<Long> monthOfDate(Field<?> date) {
    return month(date);
  }

  private static Field<Long> month(Field<?> time) {
    return number(
        "CAST(extract(year FROM {0}) * 12 + extract(month FROM {0}) - 1 AS bigint)", time);
  }

  @Override
  public Field<Long> divide(Field<Long> number, long divisor) {
    return number("({0} / {1})", number, DSL.inline(divisor));
  }

  @Override
  public Condition contains(Field<?> text, Field<String> part) {
    return DSL.condition("strpos(lower({0}), lower(CAST({1} AS text))) > 0", text, part);
  }

  @Override
  public Field<?> text(Field<?> column) {
    return other("(CAST({0} AS text) COLLATE \"C\")", column);
  }

  /** Equality is by bytes in every usual collation, and in its own an index serves it. */
  @Override
  public Field<?> compared(Field<?> column, ColumnType type) {
    return type == ColumnType.TEXT ? other("CAST({0} AS text)", column) : column;
  }

  @Override
  public Field<?> truth(Field<?> column) {
    return other("CAST({0} AS integer)", column);
  }

  @Override
  public Field<?> average(Field<?> number) {
    return other("CAST(avg({0}) AS double precision)", number);
  }
}
