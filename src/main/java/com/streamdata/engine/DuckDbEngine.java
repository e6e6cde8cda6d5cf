package com.streamdata.engine;

import com.streamdata.error.AppException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries on the embedded DuckDB. How many run at once is the business of whoever lends the
 * connections.
 */
public final class DuckDbEngine implements QueryEngine {

  private final Connections connections;
  private final Duration timeout;
  private final Rows rows;

  public DuckDbEngine(Connections connections, Duration timeout) {
    this.connections = connections;
    this.timeout = timeout;
    this.rows = new Rows(new DuckDbDialect());
  }

  @Override
  public Dialect dialect() {
    return rows.dialect();
  }

  /** From statistics, without a scan. */
  @Override
  public boolean knowsBounds() {
    return true;
  }

  @Override
  public List<@Nullable Object[]> run(SqlText select) {
    try {
      return connections.read(connection -> run(select, connection));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private List<@Nullable Object[]> run(SqlText select, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
      statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
      Found found = new Found();
      rows.read(statement, select, found);
      return found.rows();
    }
  }

  private RuntimeException failure(SQLException e) {
    if (e instanceof SQLTimeoutException) {
      String message =
          "Stopped after " + timeout.toSeconds() + " s. A shorter time range may help.";
      return new AppException(EngineErrors.TOO_SLOW, message, e);
    }
    return String.valueOf(e.getMessage()).contains("Out of Memory")
        ? new AppException(EngineErrors.TOO_LARGE, "A shorter time range or a filter may help.", e)
        : new IllegalStateException("The query failed", e);
  }
}
