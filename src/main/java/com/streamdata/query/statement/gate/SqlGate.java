package com.streamdata.query.statement.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.dataset.Datasets;
import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a statement through if all that it does is to select from tables, by functions that look at
 * nothing but their arguments. Everything that is not known to be harmless is refused.
 *
 * <p>Looks at the tree that DuckDB makes of the statement, never at its text.
 */
public final class SqlGate {
  /** Of all statements that are known together. */
  private static final int MOST_CHARACTERS = 4_000_000;

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
  private final Cache<String, Reading> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String sql, Reading reading) -> 100 + sql.length())
          .build();

  public SqlGate(Datasets datasets, Duration timeout) {
    this.datasets = datasets;
    this.timeout = timeout;
  }

  /**
   * What a statement without macros and variables reads.
   *
   * @throws AppException if it is none that may be run
   */
  public Reading examine(String sql) {
    Reading reading = known.getIfPresent(sql);
    if (reading == null) {
      reading = read(sql);
      known.put(sql, reading);
    }
    return reading;
  }

  private Reading read(String sql) {
    try {
      String tree = datasets.read(connection -> parse(connection, sql));
      return StatementTree.examine(json.readTree(tree));
    } catch (SQLException e) {
      throw SqlFailure.of(e, timeout, Map.of());
    } catch (JacksonException | StackOverflowError _) {
      throw new AppException(
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
}
