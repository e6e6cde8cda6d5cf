package com.streamdata.query;

import com.streamdata.dataset.Datasets;
import com.streamdata.engine.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Has DuckDB read and run what people wrote. */
final class StatementEngine {
  private static final int DEEPEST = 10_000;

  private static final String PARSE =
      "SELECT json_serialize_sql(?, skip_null := true, skip_empty := true)";

  private final Datasets datasets;
  private final Duration timeout;
  private final JsonMapper json =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  StatementEngine(Datasets datasets, Duration timeout) {
    this.datasets = datasets;
    this.timeout = timeout;
  }

  /**
   * What a statement reads.
   *
   * @throws com.streamdata.error.AppException if it is none that may be run
   */
  SqlGate.Reading examine(String sql) {
    try {
      String tree = datasets.read(connection -> parse(connection, sql));
      return SqlGate.examine(json.readTree(tree));
    } catch (SQLException e) {
      throw SqlFailure.of(e, timeout, Map.of());
    } catch (JacksonException | StackOverflowError _) {
      throw new com.streamdata.error.AppException(
          QueryErrors.STATEMENT, "Its expressions stand in one another too deeply.");
    }
  }

  private static String parse(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARSE)) {
      statement.setString(1, sql);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return String.valueOf(result.getString(1));
      }
    }
  }

  /**
   * Runs a statement that was examined.
   *
   * @param tables what people call our tables that it names
   * @throws com.streamdata.error.AppException if it fails or takes too long
   */
  Table run(SqlText select, Map<String, String> tables) {
    try {
      return datasets.read(connection -> run(connection, select.sql(), select.binds()));
    } catch (SQLException e) {
      throw SqlFailure.of(e, timeout, tables);
    }
  }

  private Table run(Connection connection, String sql, List<Object> binds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
      for (int i = 0; i < binds.size(); i++) {
        statement.setObject(i + 1, binds.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return ResultTable.read(result, Limits.STATEMENT_ROWS);
      }
    }
  }
}
