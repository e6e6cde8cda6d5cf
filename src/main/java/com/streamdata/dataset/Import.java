package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Rows that will replace all rows of a source, or come after them. They are written beside the
 * store's writer, so that pushes to other sources go on, and nobody sees them before {@link
 * #finish}. Used by one thread.
 */
public final class Import implements AutoCloseable {
  /** What the store does with the rows taken. */
  interface Ending {
    void replace(String importName, Table imported);

    long add(String importName, Table imported, @Nullable String key);
  }

  private final DuckDBConnection connection;
  private final String name;
  private final Instant started;
  private final Ending ending;
  private Table table;
  private boolean committed;
  private boolean ended;

  Import(DuckDBConnection connection, String name, Table table, Instant started, Ending ending)
      throws SQLException {
    this.connection = connection;
    this.name = name;
    this.table = table;
    this.started = started;
    this.ending = ending;
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

  /** The first of the rows taken so far. */
  public RowPage page(long limit) {
    try {
      return RowPage.read(connection, name, table, limit, 0);
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Makes the rows taken the only rows of the source, at once for every reader, and synced. */
  public void finish() {
    commit();
    ending.replace(name, table);
    ended = true;
  }

  /**
   * Puts the rows taken after those of the source, at once for every reader, and synced.
   *
   * @param key the column by which a row that is there already, or was taken before, is known and
   *     left out; null: all are added
   * @return how many were added
   * @throws AppException if they do not fit those that are there, or lack the key
   */
  public long finishAdding(@Nullable String key) {
    commit();
    long added = ending.add(name, table, key);
    ended = true;
    return added;
  }

  private void commit() {
    try {
      TableSql.execute(connection, "COMMIT");
      committed = true;
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Forgets the rows unless they were finished. */
  @Override
  public void close() {
    try (connection) {
      if (!committed) {
        TableSql.execute(connection, "ROLLBACK");
      } else if (!ended) {
        TableSql.drop(connection, name);
      }
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  SourceId source() {
    return table.id();
  }
}
