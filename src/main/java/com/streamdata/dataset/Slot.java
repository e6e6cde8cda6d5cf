package com.streamdata.dataset;

/**
 * A column as its table has it.
 *
 * @param numbers which numbers a NUMBER column has met; WHOLE for every other type
 */
record Slot(Column column, Numbers numbers) {

  String name() {
    return column.name();
  }

  String sqlType() {
    return switch (column.type()) {
      case TIMESTAMP -> "TIMESTAMPTZ";
      case DATE -> "DATE";
      case INTEGER -> "BIGINT";
      case NUMBER -> hasFractions() ? "DOUBLE" : "BIGINT";
      case BOOLEAN -> "BOOLEAN";
      case TEXT -> "VARCHAR";
    };
  }

  boolean hasFractions() {
    return numbers == Numbers.FRACTIONS;
  }
}
