package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.Dialect;
import com.streamdata.engine.SqlNames;
import com.streamdata.query.ask.Query;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.filter.FilterOp;
import com.streamdata.query.filter.FilterRules;
import com.streamdata.query.filter.FilterValue;
import com.streamdata.query.filter.Literal;
import com.streamdata.query.time.Interval;
import com.streamdata.query.time.TimePoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which rows count: filters and time range as SQL, with every value bound. */
record Conditions(Relation relation, Dialect dialect, ZoneId zone) {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /**
   * @param filters of the query, all of which fit its columns
   * @param shared filters of the dashboard, which hold where there is such a column and it fits
   */
  Condition of(Query query, List<Filter> shared, Interval interval) {
    List<Condition> all = new ArrayList<>();
    query.filters().forEach(filter -> all.add(filter(filter)));
    shared.stream().filter(this::fits).forEach(filter -> all.add(filter(filter)));
    Column time = timeColumn(query);
    if (time != null) {
      all.addAll(time(time, interval));
    }
    return DSL.and(all);
  }

  /**
   * What the time range applies to: x if it is a time, else the source's first timestamp or date.
   */
  @Nullable Column timeColumn(Query query) {
    if (query.x() != null) {
      ColumnType type = relation.type(query.x().column());
      if (type == ColumnType.TIMESTAMP || type == ColumnType.DATE) {
        return new Column(query.x().column(), type);
      }
    }
    return relation.timeColumn().orElse(null);
  }

  private boolean fits(Filter filter) {
    return relation
        .find(filter.column())
        .map(type -> FilterRules.check(filter, type).isEmpty())
        .orElse(false);
  }

  private Condition filter(Filter filter) {
    Field<Object> stored = SqlNames.column(filter.column());
    ColumnType type = relation.type(filter.column());
    Field<Object> column = column(stored, type, filter.op());
    List<Field<Object>> values = values(filter.value(), type);
    return switch (filter.op()) {
      case EQ -> column.eq(values.getFirst());
      case NE -> column.isDistinctFrom(values.getFirst());
      case LT -> column.lt(values.getFirst());
      case LE -> column.le(values.getFirst());
      case GT -> column.gt(values.getFirst());
      case GE -> column.ge(values.getFirst());
      case BETWEEN -> column.between(values.getFirst(), values.getLast());
      case IN -> column.in(values);
      case CONTAINS -> dialect.contains(column, values.getFirst().coerce(String.class));
      case IS_NULL -> stored.isNull();
      case NOT_NULL -> stored.isNotNull();
    };
  }

  private Field<Object> column(Field<?> stored, ColumnType type, FilterOp op) {
    Field<?> column =
        op.comparesOrder() ? dialect.ordered(stored, type) : dialect.compared(stored, type);
    return column.coerce(Object.class);
  }

  private List<Field<Object>> values(@Nullable FilterValue value, ColumnType type) {
    return value == null
        ? List.of()
        : value.literals().stream()
            .map(literal -> value(literal, type).coerce(Object.class))
            .toList();
  }

  private Field<?> value(Literal literal, ColumnType type) {
    return switch (literal) {
      case Literal.Truth(boolean truth) -> DSL.val(truth);
      case Literal.Number(BigDecimal number) ->
          type == ColumnType.TIMESTAMP ? instant(number.toString()) : number(number);
      case Literal.Text(String text) ->
          switch (type) {
            case TIMESTAMP -> instant(text);
            case DATE -> dialect.date(LocalDate.parse(text));
            case TEXT, NUMBER, INTEGER, BOOLEAN -> DSL.val(text);
          };
    };
  }

  private Field<?> instant(String text) {
    return timestamp(TimePoint.parse(text, "value").resolve(Instant.EPOCH, zone, false));
  }

  /** No database knows years of five digits, and none has rows there. */
  private Field<?> timestamp(Instant instant) {
    Instant known =
        instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    return dialect.timestamp(known.truncatedTo(ChronoUnit.MICROS));
  }

  /** Whole numbers stay whole, for columns of 64 bits would be rounded against a fraction. */
  private static Field<?> number(BigDecimal number) {
    try {
      return DSL.val(number.longValueExact());
    } catch (ArithmeticException _) {
      return DSL.val(number.doubleValue());
    }
  }

  /** A date counts if any part of it, in the zone, is in the interval. */
  private List<Condition> time(Column time, Interval interval) {
    Field<Object> column =
        dialect.compared(SqlNames.column(time.name()), time.type()).coerce(Object.class);
    boolean isDate = time.type() == ColumnType.DATE;
    List<Condition> all = new ArrayList<>();
    if (interval.from() != null) {
      all.add(
          column.ge(
              (isDate ? day(interval.from()) : timestamp(interval.from())).coerce(Object.class)));
    }
    if (interval.to() != null) {
      all.add(
          isDate
              ? column.le(day(interval.to().minusNanos(1)).coerce(Object.class))
              : column.lt(timestamp(interval.to()).coerce(Object.class)));
    }
    return all;
  }

  private Field<?> day(Instant instant) {
    return dialect.date(LocalDate.ofInstant(instant, zone));
  }
}
