package com.streamdata.engine;

import com.streamdata.error.AppException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on a database of somebody else's. Whoever lends its connections makes them harmless. */
public final class RemoteEngine implements QueryEngine {
  private final Connections connections;
  private final Rows rows;

  public RemoteEngine(Dialect dialect, Connections connections) {
    this.connections = connections;
    this.rows = new Rows(dialect);
  }

  @Override
  public Dialect dialect() {
    return rows.dialect();
  }

  /** Without an index it reads all rows. */
  @Override
  public boolean knowsBounds() {
    return false;
  }

  @Override
  public List<@Nullable Object[]> run(SqlText select) {
    try {
      return connections.read(connection -> {
        try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
          Found found = new Found();
          rows.read(statement, select, found);
          return found.rows();
        }
      });
    } catch (SQLException e) {
      throw new AppException(EngineErrors.REMOTE, String.valueOf(e.getMessage()), e);
    }
  }
}
