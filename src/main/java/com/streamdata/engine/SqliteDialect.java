package com.streamdata.engine;

import static com.streamdata.engine.Templates.number;
import static com.streamdata.engine.Templates.other;

import com.streamdata.dataset.ColumnType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * SQLite, which has no types for times: they are texts in ISO 8601, else seconds since 1970, or
 * milliseconds if seconds would be beyond the year 5138.
 */
final class SqliteDialect implements Dialect {
  /** A text without the fraction of its second, which SQLite would round to milliseconds. */
  private static final String WHOLE_SECONDS =
      "CASE WHEN instr({0}, '.') > 0 THEN substr({0}, 1, instr({0}, '.') - 1)"
          + " || ltrim(substr({0}, instr({0}, '.') + 1), '0123456789') ELSE {0} END";

  /** The fraction of the second as text begins with a point, and ends before the zone. */
  private static final String FRACTION =
      "CASE WHEN instr({0}, '.') > 0"
          + " THEN CAST(round(CAST('0' || substr({0}, instr({0}, '.')) AS REAL) * 1000000)"
          + " AS INTEGER) ELSE 0 END";

  private static final String MICROS =
      "CASE typeof({0})"
          + " WHEN 'text' THEN CAST(strftime('%s', "
          + WHOLE_SECONDS
          + ") AS INTEGER) * 1000000 + "
          + FRACTION
          + " WHEN 'integer' THEN CASE WHEN abs({0}) < 100000000000 THEN {0} * 1000000"
          + " ELSE {0} * 1000 END"
          + " WHEN 'real' THEN CASE WHEN abs({0}) < 1e11 THEN CAST(round({0} * 1e6) AS INTEGER)"
          + " ELSE CAST(round({0} * 1e3) AS INTEGER) END END";

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  /** A multiple of a day beyond what is stored, for quotients are cut towards 0. */
  private static final long SHIFT = 10_000_000L * MICROS_PER_DAY;

  @Override
  public SQLDialect jooq() {
    return SQLDialect.SQLITE;
  }

  @Override
  public Field<Long> epochMicros(Field<?> timestamp) {
    return number(MICROS, timestamp);
  }

  @Override
  public Field<Long> epochDay(Field<?> date) {
    return number(
        "(({0} + " + SHIFT + ") / " + MICROS_PER_DAY + " - " + SHIFT / MICROS_PER_DAY + ")",
        epochMicros(date));
  }

  @Override
  public Field<?> timestamp(Instant instant) {
    return DSL.val(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  @Override
  public Field<?> date(LocalDate day) {
    return DSL.val(day.toEpochDay());
  }

  @Override
  public Field<Long> monthOfMicros(Field<Long> micros) {
    return month(number("(({0} + " + SHIFT + ") / 1000000 - " + SHIFT / 1_000_000 + ")", micros));
  }

  @Override
  public Field<Long> monthOfDate(Field<?> date) {
    return month(number("({0} * 86400)", epochDay(date)));
  }

  private static Field<Long> month(Field<Long> seconds) {
    return number(
        "(CAST(strftime('%Y', {0}, 'unixepoch') AS INTEGER) * 12"
            + " + CAST(strftime('%m', {0}, 'unixepoch') AS INTEGER) - 1)",
        seconds);
  }

  @Override
  public Field<Long> divide(Field<Long> number, long divisor) {
    return number("({0} / {1})", number, DSL.inline(divisor));
  }

  @Override
  public Condition contains(Field<?> text, Field<String> part) {
    return DSL.condition("instr(lower({0}), lower({1})) > 0", text, part);
  }

  @Override
  public Field<?> text(Field<?> column) {
    return other("CAST({0} AS TEXT)", column);
  }

  @Override
  public Field<?> compared(Field<?> column, ColumnType type) {
    return switch (type) {
      case TIMESTAMP, DATE, TEXT -> value(column, type);
      case NUMBER, INTEGER, BOOLEAN -> column;
    };
  }

  /**
   * SQLite's own ends with an error at 64 bits. The halves of 32 bits are added on their own, and a
   * sum that does not fit is handed over as bytes: the upper part, a colon, and the lower one.
   */
  @Override
  public Field<?> sum(Field<?> number, ColumnType type) {
    if (type != ColumnType.INTEGER) {
      return Dialect.super.sum(number, type);
    }
    Field<Long> low = number("sum({0} & 4294967295)", number);
    Field<Long> high = number("(sum({0} >> 32) + ({1} >> 32))", number, low);
    return other(
        "CASE WHEN {0} BETWEEN -2147483648 AND 2147483647 THEN ({0} << 32) | ({1} & 4294967295)"
            + " ELSE CAST({0} || ':' || ({1} & 4294967295) AS BLOB) END",
        high, low);
  }

  @Override
  public Field<?> sortable(Field<?> aggregate) {
    return other(
        "CASE typeof({0}) WHEN 'blob'"
            + " THEN CAST(CAST({0} AS TEXT) AS INTEGER) * 4294967296.0 ELSE {0} END",
        aggregate);
  }

  @Override
  public Object read(Object value) {
    if (value instanceof byte[] bytes) {
      String[] parts = new String(bytes, StandardCharsets.US_ASCII).split(":", 2);
      return new BigInteger(parts[0]).shiftLeft(Integer.SIZE).add(new BigInteger(parts[1]));
    }
    return value;
  }

  @Override
  public Field<?> average(Field<?> number) {
    return other("avg({0})", number);
  }
}
