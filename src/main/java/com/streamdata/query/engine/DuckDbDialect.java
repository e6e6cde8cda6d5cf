package com.streamdata.query.engine;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
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
  public Field<?> timestamp(Field<Long> micros) {
    return DSL.field("make_timestamptz({0})", SQLDataType.OTHER, micros);
  }

  @Override
  public Field<?> date(Field<String> day) {
    return DSL.field("CAST({0} AS DATE)", SQLDataType.OTHER, day);
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
  public Field<?> median(Field<?> number) {
    return DSL.field("median({0})", SQLDataType.OTHER, number);
  }

  /**
   * Time and arrival side by side in 128 bits: half the cost of a struct and a quarter of sorting.
   */
  @Override
  public Field<?> last(Field<?> value, @Nullable Field<Long> time, Field<Long> arrival) {
    return time == null
        ? DSL.field("arg_max({0}, {1})", SQLDataType.OTHER, value, arrival)
        : DSL.field(
            "arg_max({0}, coalesce({1}, -9000000000000000000)::HUGEINT * 4611686018427387904 + {2})",
            SQLDataType.OTHER, value, time, arrival);
  }

  private static Field<Long> number(String sql, Field<?>... parts) {
    return DSL.field(sql, SQLDataType.BIGINT, (Object[]) parts);
  }
}
