package com.streamdata.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the tables that hold rows. The hidden columns come first, so that columns can be added
 * at the end.
 */
final class TableSql {
  private TableSql() {}

  static void create(Connection connection, String table, List<Slot> slots) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(table).append(" (");
    sql.append(Dataset.ROW).append(" BIGINT NOT NULL, ");
    sql.append(Dataset.ARRIVED).append(" TIMESTAMPTZ NOT NULL");
    slots.forEach(slot -> sql.append(", ").append(definition(slot)));
    execute(connection, sql.append(')').toString());
  }

  /** Gives the table the columns and types it lacks. */
  static void alter(Connection connection, String table, List<Slot> from, List<Slot> to)
      throws SQLException {
    for (int i = 0; i < to.size(); i++) {
      Slot slot = to.get(i);
      if (i >= from.size()) {
        execute(connection, "ALTER TABLE " + table + " ADD COLUMN " + definition(slot));
      } else if (!from.get(i).sqlType().equals(slot.sqlType())) {
        String type = quote(slot.name()) + " TYPE " + slot.sqlType();
        execute(connection, "ALTER TABLE " + table + " ALTER COLUMN " + type);
      }
    }
  }

  /** Adds the batches' rows at the end of a table that already has their columns. */
  static void append(
      DuckDBConnection connection, String table, Table target, List<Batch> batches, Instant arrived)
      throws SQLException {
    long row = target.nextRow();
    long micros = arrived.getEpochSecond() * 1_000_000 + arrived.getNano() / 1000;
    try (DuckDBAppender appender = connection.createAppender(table)) {
      for (Batch batch : batches) {
        @Nullable Cells[] cells = arrange(target.slots(), batch);
        for (int i = 0; i < batch.rowCount(); i++) {
          appender.beginRow().append(row++).appendEpochMicros(micros);
          for (int at = 0; at < cells.length; at++) {
            append(appender, target.slots().get(at), cells[at], i);
          }
          appender.endRow();
        }
      }
    }
  }

  private static @Nullable Cells[] arrange(List<Slot> slots, Batch batch) {
    @Nullable Cells[] arranged = new Cells[slots.size()];
    for (Cells cells : batch.columns()) {
      for (int at = 0; at < arranged.length; at++) {
        if (slots.get(at).name().equalsIgnoreCase(cells.column().name())) {
          arranged[at] = cells;
        }
      }
    }
    return arranged;
  }

  private static void append(DuckDBAppender appender, Slot slot, @Nullable Cells cells, int row)
      throws SQLException {
    if (cells == null || cells.isNull(row)) {
      appender.appendNull();
      return;
    }
    switch (slot.column().type()) {
      case TIMESTAMP -> appender.appendEpochMicros(cells.number(row));
      case DATE -> appender.appendEpochDays((int) cells.number(row));
      case INTEGER -> appender.append(cells.number(row));
      case BOOLEAN -> appender.append(cells.number(row) != 0);
      case TEXT -> appender.append(cells.text(row));
      case NUMBER -> {
        if (slot.hasFractions()) {
          appender.append(cells.fraction(row));
        } else {
          appender.append(cells.number(row));
        }
      }
    }
  }

  /** Returns how many rows were before {@code firstKept}. */
  static long deleteBefore(Connection connection, String table, long firstKept)
      throws SQLException {
    String sql = "DELETE FROM " + table + " WHERE " + Dataset.ROW + " < ?";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, firstKept);
      return delete.executeUpdate();
    }
  }

  /** Returns how many rows had arrived before {@code oldestKept}. */
  static long deleteArrivedBefore(Connection connection, String table, Instant oldestKept)
      throws SQLException {
    String sql = "DELETE FROM " + table + " WHERE " + Dataset.ARRIVED + " < make_timestamptz(?)";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, oldestKept.getEpochSecond() * 1_000_000);
      return delete.executeUpdate();
    }
  }

  static void drop(Connection connection, String table) throws SQLException {
    execute(connection, "DROP TABLE IF EXISTS " + table);
  }

  static void rename(Connection connection, String from, String to) throws SQLException {
    execute(connection, "ALTER TABLE " + from + " RENAME TO " + to);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String definition(Slot slot) {
    return quote(slot.name()) + " " + slot.sqlType();
  }
}
