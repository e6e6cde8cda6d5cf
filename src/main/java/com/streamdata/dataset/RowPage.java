package com.streamdata.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a dataset in the order of their arrival.
 *
 * @param rows each with one value per column: Instant, LocalDate, Long, Double, Boolean, String or
 *     null
 * @param rowCount how many rows the dataset has in all
 */
public record RowPage(List<Column> columns, List<@Nullable Object[]> rows, long rowCount) {

  static RowPage read(Connection connection, Table table, long limit, long offset)
      throws SQLException {
    return read(connection, Dataset.tableName(table.id()), table, limit, offset);
  }

  /** Of a table that holds the rows under another name. */
  static RowPage read(Connection connection, String name, Table table, long limit, long offset)
      throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql(name, table))) {
      long first = table.firstRow() + offset;
      select.setLong(1, first);
      select.setLong(2, first + limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(values(row, table.slots().size()));
        }
      }
    }
    return new RowPage(table.dataset().columns(), rows, table.dataset().rowCount());
  }

  private static String sql(String name, Table table) {
    String columns =
        table.slots().stream()
            .map(slot -> TableSql.quote(slot.name()))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM %s WHERE %s >= ? AND %s < ? ORDER BY %s"
        .formatted(
            columns.isEmpty() ? "NULL" : columns, name, Dataset.ROW, Dataset.ROW, Dataset.ROW);
  }

  private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
    @Nullable Object[] values = new Object[columns];
    for (int i = 0; i < columns; i++) {
      values[i] =
          switch (row.getObject(i + 1)) {
            case OffsetDateTime instant -> instant.toInstant();
            case java.sql.Date date -> date.toLocalDate();
            case LocalDate date -> date;
            case null -> null;
            case Object other -> other;
          };
    }
    return values;
  }
}
