package com.streamdata.query.engine;

import com.streamdata.dataset.Work;
import com.streamdata.error.AppException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries on the embedded DuckDB. How many run at once is the business of whoever lends the
 * connections.
 */
public final class DuckDbEngine implements QueryEngine {

  /** Lends a connection for one piece of work, and takes it back. */
  public interface Connections {
    <T> T read(Work<Connection, T> work) throws SQLException;
  }

  private final Connections connections;
  private final Duration timeout;

  public DuckDbEngine(Connections connections, Duration timeout) {
    this.connections = connections;
    this.timeout = timeout;
  }

  @Override
  public Dialect dialect() {
    return new DuckDbDialect();
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
      for (int i = 0; i < select.binds().size(); i++) {
        statement.setObject(i + 1, select.binds().get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return rows(result);
      }
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

  private static List<@Nullable Object[]> rows(ResultSet result) throws SQLException {
    int width = result.getMetaData().getColumnCount();
    List<@Nullable Object[]> rows = new ArrayList<>();
    while (result.next()) {
      @Nullable Object[] row = new Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = plain(result.getObject(i + 1));
      }
      rows.add(row);
    }
    return rows;
  }

  /** JSON knows neither NaN nor infinity; whole numbers are as short as they can be. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Double number when !Double.isFinite(number) -> null;
      case Float number -> plain(number.doubleValue());
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case null, default -> value;
    };
  }
}
