package com.streamdata.query.filter;

import com.streamdata.dataset.ColumnType;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.time.TimePoint;
import java.util.ArrayList;
import java.util.List;

/** Whether a filter's values can be compared with a column of a certain type. */
public final class FilterRules {
  private FilterRules() {}

  /** What is wrong, with paths relative to the filter. */
  public static List<ErrorDetail> check(Filter filter, ColumnType type) {
    List<ErrorDetail> wrong = new ArrayList<>();
    if (filter.op() == FilterOp.CONTAINS && type != ColumnType.TEXT) {
      wrong.add(
          ErrorDetail.field(
              "op", "must not be contains: the column is " + type.wireName() + ", not text"));
    }
    if (filter.op().comparesOrder() && type == ColumnType.BOOLEAN) {
      wrong.add(ErrorDetail.field("op", "must be eq, ne, in, is_null or not_null for a boolean"));
    }
    if (filter.value() != null
        && !filter.value().literals().stream().allMatch(value -> fits(value, type))) {
      wrong.add(ErrorDetail.field("value", "must be " + wanted(type)));
    }
    return wrong;
  }

  private static boolean fits(Literal literal, ColumnType type) {
    return switch (literal) {
      case Literal.Number(var number) ->
          type == ColumnType.NUMBER
              || type == ColumnType.INTEGER
              || (type == ColumnType.TIMESTAMP && TimePoint.isEpochMillis(number.toString()));
      case Literal.Truth(_) -> type == ColumnType.BOOLEAN;
      case Literal.Text(String text) ->
          switch (type) {
            case TEXT -> true;
            case TIMESTAMP -> TimePoint.isAbsolute(text);
            case DATE -> TimePoint.isDay(text);
            case NUMBER, INTEGER, BOOLEAN -> false;
          };
    };
  }

  private static String wanted(ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> "a time such as 2026-01-31T12:00:00Z, or milliseconds since 1970";
      case DATE -> "a day such as 2026-01-31";
      case NUMBER, INTEGER -> "a number";
      case BOOLEAN -> "true or false";
      case TEXT -> "text";
    };
  }
}
