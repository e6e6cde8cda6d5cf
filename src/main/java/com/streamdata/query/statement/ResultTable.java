package com.streamdata.query.statement;

import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.Found;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a table of whatever DuckDB answers to a statement. */
final class ResultTable {
  private static final String TIMESTAMP_WITH_ZONE = "TIMESTAMP WITH TIME ZONE";

  private ResultTable() {}

  /**
   * @param most how many rows the table may have; if there are more, it is truncated
   * @throws com.streamdata.error.AppException if they take too much memory
   */
  static Table read(ResultSet result, int most) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    String[] types = new String[width];
    for (int i = 0; i < width; i++) {
      types[i] = meta.getColumnTypeName(i + 1);
    }
    Found found = new Found();
    boolean more = result.next();
    while (more && found.rows().size() < most) {
      @Nullable Object[] row = new Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = value(result, i + 1, types[i]);
      }
      found.row(row);
      more = result.next();
    }
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(
          new TableColumn(meta.getColumnLabel(i + 1), type(types[i]), column(found.rows(), i)));
    }
    return new Table(columns, found.rows().size(), more);
  }

  private static List<@Nullable Object> column(List<@Nullable Object[]> rows, int index) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(row[index]));
    return Collections.unmodifiableList(values);
  }

  private static ColumnType type(String name) {
    if (name.startsWith("DECIMAL(")) {
      return ColumnType.NUMBER;
    }
    return switch (name) {
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> ColumnType.INTEGER;
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> ColumnType.INTEGER;
      case "FLOAT", "DOUBLE" -> ColumnType.NUMBER;
      case "DATE" -> ColumnType.DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", TIMESTAMP_WITH_ZONE ->
          ColumnType.TIMESTAMP;
      default -> ColumnType.TEXT;
    };
  }

  private static @Nullable Object value(ResultSet result, int column, String type)
      throws SQLException {
    return switch (type(type)) {
      case TIMESTAMP -> instant(result, column, type);
      case DATE -> result.getObject(column) instanceof LocalDate day ? usual(day) : null;
      case INTEGER, NUMBER, BOOLEAN -> plain(result.getObject(column));
      case TEXT -> text(result.getObject(column));
    };
  }

  /** Without a zone it is UTC, as everything that is stored is. */
  private static @Nullable Instant instant(ResultSet result, int column, String type)
      throws SQLException {
    if (type.equals(TIMESTAMP_WITH_ZONE)) {
      OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
      return time == null || usual(time.toLocalDate()) == null ? null : time.toInstant();
    }
    LocalDateTime time = result.getObject(column, LocalDateTime.class);
    return time == null || usual(time.toLocalDate()) == null
        ? null
        : time.toInstant(ZoneOffset.UTC);
  }

  /** Infinity comes as a year that nobody means. */
  private static @Nullable LocalDate usual(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9_999 ? day : null;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Float number -> (double) number;
      case BigDecimal number -> number.doubleValue();
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case null, default -> value;
    };
  }

  private static @Nullable String text(@Nullable Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return blob.length() + " bytes";
    }
    return value == null ? null : value.toString();
  }
}
