package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import java.util.List;
import java.util.Locale;

/**
 * A column as DuckDB reads it from a file.
 *
 * @param type DuckDB's name of its type
 */
record FileColumn(String name, String type) {
  /** How many a file may have. */
  static final int MOST = 1_000;

  /**
   * The type it gets here. Whole numbers that 64 bits may not hold, and whatever is nested, become
   * text.
   */
  ColumnType columnType(ColumnType wholeNumbers) {
    String base = type.toUpperCase(Locale.ROOT);
    if (base.startsWith("DECIMAL") && !base.endsWith("]")) {
      return ColumnType.NUMBER;
    }
    return switch (base) {
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          wholeNumbers;
      case "FLOAT", "DOUBLE" -> ColumnType.NUMBER;
      case "DATE" -> ColumnType.DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
          ColumnType.TIMESTAMP;
      default -> ColumnType.TEXT;
    };
  }

  boolean isWhole() {
    return columnType(ColumnType.INTEGER) == ColumnType.INTEGER;
  }

  boolean isNumber() {
    return columnType(ColumnType.NUMBER) == ColumnType.NUMBER;
  }

  /** Selects it in the form that {@link ResultCopy} reads: BIGINT, DOUBLE, BOOLEAN or VARCHAR. */
  String expression() {
    String column = ScratchDuckDb.name(name);
    return switch (columnType(ColumnType.INTEGER)) {
      case TIMESTAMP -> "epoch_us(" + column + "::TIMESTAMPTZ)";
      case DATE -> "(" + column + " - DATE '1970-01-01')::BIGINT";
      case INTEGER -> column + "::BIGINT";
      case NUMBER -> column + "::DOUBLE";
      case BOOLEAN -> column;
      case TEXT -> isNested() ? "to_json(" + column + ")::VARCHAR" : column + "::VARCHAR";
    };
  }

  private boolean isNested() {
    return type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
  }

  /** As DuckDB reads a column that was declared. */
  static String sqlType(ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
      case DATE -> "DATE";
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TEXT -> "VARCHAR";
    };
  }

  /** The column declared under this name, whatever its case. */
  static java.util.Optional<Column> declared(List<Column> declared, String name) {
    return declared.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
  }
}
