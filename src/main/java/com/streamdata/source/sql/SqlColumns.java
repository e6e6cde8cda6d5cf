package com.streamdata.source.sql;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Dataset;
import com.streamdata.engine.SqlEngine;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of a table or statement, as its database tells of them.
 *
 * @param leftOut why some cannot be shown
 */
record SqlColumns(List<Column> columns, List<String> leftOut) {
  private static final int MOST = 1_000;

  static SqlColumns of(ResultSetMetaData meta, SqlEngine engine) throws SQLException {
    List<Column> columns = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      String name = meta.getColumnLabel(i);
      if (name.isBlank() || name.length() > Column.LONGEST_NAME || Dataset.isHidden(name)) {
        leftOut.add("Column " + i + " has a name that columns cannot have here.");
      } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        leftOut.add("Column " + i + " is called " + name + ", as another one is.");
      } else if (columns.size() == MOST || isNested(meta, i, engine)) {
        leftOut.add("Column " + name + " cannot be shown here.");
      } else {
        columns.add(new Column(name, type(meta, i, engine)));
      }
    }
    return new SqlColumns(columns, leftOut);
  }

  /** What Trino has no text for. */
  private static boolean isNested(ResultSetMetaData meta, int column, SqlEngine engine)
      throws SQLException {
    return engine == SqlEngine.TRINO
        && switch (meta.getColumnType(column)) {
          case Types.ARRAY, Types.JAVA_OBJECT, Types.VARBINARY, Types.OTHER -> true;
          default -> false;
        };
  }

  private static ColumnType type(ResultSetMetaData meta, int column, SqlEngine engine)
      throws SQLException {
    String name = meta.getColumnTypeName(column).toLowerCase(Locale.ROOT);
    if (engine == SqlEngine.SQLITE) {
      return declared(name);
    }
    return switch (meta.getColumnType(column)) {
      case Types.BOOLEAN, Types.BIT -> ColumnType.BOOLEAN;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.INTEGER;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL ->
          name.equals("money") ? ColumnType.TEXT : ColumnType.NUMBER;
      case Types.DATE -> ColumnType.DATE;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.TIMESTAMP;
      default -> ColumnType.TEXT;
    };
  }

  /** SQLite lets people declare anything, and goes by what the words have in them, as here. */
  private static ColumnType declared(String name) {
    if (name.contains("bool")) {
      return ColumnType.BOOLEAN;
    }
    if (name.contains("datetime") || name.contains("timestamp")) {
      return ColumnType.TIMESTAMP;
    }
    if (name.contains("date")) {
      return ColumnType.DATE;
    }
    if (name.contains("int")) {
      return ColumnType.INTEGER;
    }
    return name.matches(".*(real|floa|doub|num|dec).*") ? ColumnType.NUMBER : ColumnType.TEXT;
  }
}
