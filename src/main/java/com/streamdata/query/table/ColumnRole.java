package com.streamdata.query.table;

import com.streamdata.dataset.ColumnType;

/** What a column of a time series is there for, in the order in which they stand. */
public enum ColumnRole {
  TIME,
  LABEL,
  VALUE;

  public static ColumnRole of(ColumnType type) {
    return switch (type) {
      case TIMESTAMP, DATE -> TIME;
      case TEXT -> LABEL;
      case NUMBER, INTEGER, BOOLEAN -> VALUE;
    };
  }
}
