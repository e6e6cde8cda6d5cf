package com.streamdata.source.file;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which numbers a column of a CSV file has. DuckDB reads {@code 1.5} into a column of whole numbers
 * as 2, so the type must fit every line and not only the first ones.
 */
final class CsvNumbers {
  private static final int FIGURES = 3;

  private CsvNumbers() {}

  /** Three figures of a column that is read as text. */
  static String look(String text) {
    String whole = "regexp_full_match(" + text + ", '\\s*[-+]?\\d+\\s*')";
    return """
    count_if(NOT %1$s AND TRY_CAST(%2$s AS DOUBLE) IS NOT NULL), \
    count_if(%1$s AND TRY_CAST(%2$s AS BIGINT) IS NULL), \
    count_if(%1$s AND abs(TRY_CAST(%2$s AS HUGEINT)) > 9007199254740992)\
    """
        .formatted(whole, text);
  }

  /** The type that holds the column at this place exactly, as good as a double holds fractions. */
  static String type(ResultSet row, int place) throws SQLException {
    int first = 2 + place * FIGURES;
    boolean fractions = row.getLong(first) > 0;
    boolean beyond64Bits = row.getLong(first + 1) > 0;
    boolean beyondDouble = row.getLong(first + 2) > 0;
    if (beyond64Bits || (fractions && beyondDouble)) {
      return "VARCHAR";
    }
    return fractions ? "DOUBLE" : "BIGINT";
  }
}
