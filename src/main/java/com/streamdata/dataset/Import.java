package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.duckdb.DuckDBConnection;

/**
 * Rows that will replace all rows of a source. They are written beside the store's writer, so that
 * pushes to other sources go on, and nobody sees them before {@link #finish}. Used by one thread.
 */
public final class Import implements AutoCloseable {
  private final DuckDBConnection connection;
  private final String name;
  private final Instant started;
  private final BiConsumer<String, Table> swap;
  private Table table;
  private boolean committed;

  Import(
      DuckDBConnection connection,
      String name,
      Table table,
      Instant started,
      BiConsumer<String, Table> swap)
      throws SQLException {
    this.connection = connection;
    this.name = name;
    this.table = table;
    this.started = started;
    this.swap = swap;
    TableSql.execute(connection, "BEGIN TRANSACTION");
    TableSql.create(connection, name, table.slots());
  }

  /** Rows taken so far. */
  public long rowCount() {
    return table.dataset().rowCount();
  }

  /**
   * Takes some more rows.
   *
   * @throws AppException if they do not fit those taken before
   */
  public void append(Batch batch) {
    Table planned = table.withColumnsOf(batch);
    try {
      TableSql.alter(connection, name, table.slots(), planned.slots());
      TableSql.append(connection, name, planned, List.of(batch), started);
      table = planned.changed(batch.rowCount(), started);
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Makes the rows taken the only rows of the source, at once for every reader, and synced. */
  public void finish() {
    try {
      TableSql.execute(connection, "COMMIT");
      committed = true;
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
    swap.accept(name, table);
  }

  /** Forgets the rows unless they were finished. */
  @Override
  public void close() {
    try (connection) {
      if (!committed) {
        TableSql.execute(connection, "ROLLBACK");
      }
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  SourceId source() {
    return table.id();
  }
}
