package com.streamdata.query.statement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.DashboardId;
import com.streamdata.dataset.Datasets;
import com.streamdata.engine.EngineErrors;
import com.streamdata.engine.SqlText;
import com.streamdata.error.AppException;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.answer.AnswerCache;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.statement.gate.SqlFailure;
import com.streamdata.query.statement.macro.Scope;
import com.streamdata.query.table.Limits;
import com.streamdata.query.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs statements, each once for all who ask for the same at a time. */
final class StatementRuns {
  private static final int MOST_HOPELESS = 200;

  /** How long a statement that took too much is left alone: every visitor would try it again. */
  private static final Duration REST = Duration.ofMinutes(1);

  private final Preparation preparation;
  private final Datasets datasets;
  private final AnswerCache answers;
  private final Duration timeout;
  private final Cache<AnswerCache.Key, AppException> hopeless =
      Caffeine.newBuilder().maximumSize(MOST_HOPELESS).expireAfterWrite(REST).build();

  StatementRuns(Preparation preparation, Datasets datasets, AnswerCache answers, Duration timeout) {
    this.preparation = preparation;
    this.datasets = datasets;
    this.answers = answers;
    this.timeout = timeout;
  }

  /**
   * The rows of one statement, which may hold numbers that are not finite.
   *
   * @throws AppException if it is not allowed or fails
   */
  Answer run(Statement statement, DashboardId dashboard, Scope scope) {
    Prepared prepared = preparation.prepare(statement, dashboard, scope);
    AnswerCache.Key key = new AnswerCache.Key(prepared.run(), prepared.versions());
    AppException known = hopeless.getIfPresent(key);
    if (known != null) {
      throw known;
    }
    try {
      return answers.get(dashboard, key, () -> make(prepared, statement, dashboard, scope));
    } catch (AppException e) {
      if (e.code().equals(EngineErrors.TOO_SLOW) || e.code().equals(EngineErrors.TOO_LARGE)) {
        hopeless.put(key, e);
      }
      throw e;
    }
  }

  private Answer make(Prepared prepared, Statement statement, DashboardId dashboard, Scope scope) {
    try {
      Instant now = preparation.clock().instant();
      return new Answer(table(prepared), prepared.asOf(now), prepared.versions());
    } catch (AppException e) {
      Prepared again = preparation.prepare(statement, dashboard, scope);
      if (again.versions().equals(prepared.versions())) {
        throw e;
      }
      // An import has put other columns in place of those that were asked for a moment ago.
      return make(again, statement, dashboard, scope);
    }
  }

  private Table table(Prepared prepared) {
    StatementRun run = prepared.run();
    Table found = found(run.select(), prepared.shownNames());
    Table table = run.format() == Format.TIME_SERIES ? EpochColumn.asTime(found) : found;
    return run.fill() == null ? table : FilledTable.of(table, run.fill(), run.range());
  }

  private Table found(SqlText select, Map<String, String> shownNames) {
    try {
      return datasets.read(connection -> found(connection, select.sql(), select.binds()));
    } catch (SQLException e) {
      throw SqlFailure.of(e, timeout, shownNames);
    }
  }

  private Table found(Connection connection, String sql, List<Object> binds) throws SQLException {
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
