package com.streamdata.engine;

import static com.streamdata.engine.Templates.number;
import static com.streamdata.engine.Templates.other;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * MySQL 8 and MariaDB 10.6, and newer, in a session whose time zone is UTC.
 *
 * @param jooq which of the two
 */
record MySqlDialect(SQLDialect jooq) implements Dialect {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  @Override
  public Field<Long> epochMicros(Field<?> timestamp) {
    return number("timestampdiff(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', {0})", timestamp);
  }

  /** Null for the day 0000-00-00. */
  @Override
  public Field<Long> epochDay(Field<?> date) {
    return number("datediff({0}, DATE'1970-01-01')", date);
  }

  @Override
  public Field<?> timestamp(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return other("CAST({0} AS datetime(6))", DSL.val(TIME.format(time)));
  }

  @Override
  public Field<?> date(LocalDate day) {
    return other("CAST({0} AS date)", DSL.val(day.toString()));
  }

  @Override
  public Field<Long> monthOfMicros(Field<Long> micros) {
    return monthOfDate(
        other("timestampadd(MICROSECOND, {0}, TIMESTAMP'1970-01-01 00:00:00.000000')", micros));
  }

  @Override
  public Field<Long> monthOfDate(Field<?> date) {
    return number("(year({0}) * 12 + month({0}) - 1)", date);
  }

  @Override
  public Field<Long> divide(Field<Long> number, long divisor) {
    return number("({0} DIV {1})", number, DSL.inline(divisor));
  }

  @Override
  public Condition contains(Field<?> text, Field<String> part) {
    return DSL.condition("locate(lower({1}), lower({0})) > 0", text, part);
  }

  /** Most columns are told apart by collations for which Zürich is ZURICH. */
  @Override
  public Field<?> text(Field<?> column) {
    return other("(CONVERT({0} USING utf8mb4) COLLATE utf8mb4_bin)", column);
  }

  /** Of bits a number too. */
  @Override
  public Field<?> truth(Field<?> column) {
    return other("({0} + 0)", column);
  }

  /** The mean of whole numbers would have four decimals. */
  @Override
  public Field<?> average(Field<?> number) {
    return other("avg({0} + 0e0)", number);
  }
}
