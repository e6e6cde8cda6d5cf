package com.streamdata.query.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.dataset.ColumnType;
import com.streamdata.http.WireNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many values become one. Nulls never count. On the wire in lower case. */
public enum Aggregation {
  /** Rows, or values that are not null when a column is given. */
  COUNT,
  /** Different values. */
  COUNT_DISTINCT,
  /** Exact for whole numbers, however large. */
  SUM,
  AVG,
  /** Of text: the first in the order of its characters' code points. */
  MIN,
  MAX,
  /** The middle; between two middle values, their mean. */
  MEDIAN,
  /** The value of the newest row: by the source's time column if it has one, then by arrival. */
  LAST;

  @JsonCreator
  public static Aggregation of(String name) {
    return WireNames.find(Aggregation.class, name);
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether only numbers can be aggregated in this way. */
  public boolean needsNumbers() {
    return switch (this) {
      case SUM, AVG, MEDIAN -> true;
      case COUNT, COUNT_DISTINCT, MIN, MAX, LAST -> false;
    };
  }

  /** The type of the result for a column of the given type; null is for a count of rows. */
  public ColumnType resultType(@Nullable ColumnType column) {
    return switch (this) {
      case COUNT, COUNT_DISTINCT -> ColumnType.INTEGER;
      case AVG, MEDIAN -> ColumnType.NUMBER;
      case SUM, MIN, MAX, LAST -> column == null ? ColumnType.NUMBER : column;
    };
  }
}
