package com.streamdata.query.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.http.WireNames;
import java.util.Locale;

/** How a filter compares. On the wire in lower case. */
public enum FilterOp {
  EQ,
  /** Everything but the value: rows without a value are kept. */
  NE,
  LT,
  LE,
  GT,
  GE,
  /** From the first of two values to the second, both included. */
  BETWEEN,
  IN,
  /** Text that has the value in it, whatever the case of its letters. */
  CONTAINS,
  IS_NULL,
  NOT_NULL;

  @JsonCreator
  public static FilterOp of(String name) {
    return WireNames.find(FilterOp.class, name);
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean needsValue() {
    return this != IS_NULL && this != NOT_NULL;
  }

  public boolean needsList() {
    return this == IN || this == BETWEEN;
  }

  /** Whether values must have an order for this. */
  public boolean comparesOrder() {
    return switch (this) {
      case LT, LE, GT, GE, BETWEEN -> true;
      case EQ, NE, IN, CONTAINS, IS_NULL, NOT_NULL -> false;
    };
  }
}
