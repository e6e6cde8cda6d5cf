package com.streamdata.query.engine;

import com.streamdata.error.AppException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on a database of somebody else's. Whoever lends its connections makes them harmless. */
public final class RemoteEngine implements QueryEngine {
  private final Connections connections;
  private final Rows rows;

  public RemoteEngine(Dialect dialect, Connections connections, Duration timeout) {
    this.connections = connections;
    this.rows = new Rows(dialect, timeout);
  }

  @Override
  public Dialect dialect() {
    return rows.dialect();
  }

  @Override
  public List<@Nullable Object[]> run(SqlText select) {
    try {
      return connections.read(connection -> rows.of(select, connection));
    } catch (SQLException e) {
      throw new AppException(EngineErrors.REMOTE, String.valueOf(e.getMessage()), e);
    }
  }
}
