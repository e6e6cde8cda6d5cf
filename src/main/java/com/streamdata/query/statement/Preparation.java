package com.streamdata.query.statement;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.engine.SqlNames;
import com.streamdata.engine.SqlText;
import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.statement.gate.Reading;
import com.streamdata.query.statement.gate.SqlGate;
import com.streamdata.query.statement.macro.Expansion;
import com.streamdata.query.statement.macro.Scope;
import com.streamdata.query.statement.macro.StatementExpander;
import com.streamdata.query.table.Limits;
import com.streamdata.query.time.Interval;
import com.streamdata.source.LiveSources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes statements ready to be run: the sources they name become tables that have the visible
 * columns only, and there are no others.
 */
record Preparation(
    Datasets datasets, LiveSources live, SourceNames names, SqlGate gate, InstantSource clock) {

  /** What reads the clock is asked again after this long. */
  private static final long MOMENT = Duration.ofSeconds(10).toMillis();

  /**
   * @throws AppException if it is not allowed, or names what is not there
   */
  Prepared prepare(Statement statement, DashboardId dashboard, Scope scope) {
    Expansion expansion = StatementExpander.expand(statement.sql(), scope);
    Reading reading = gate.examine(expansion.sql());
    Map<String, Dataset> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : reading.tables()) {
      tables.put(name, dataset(name, statement.source(), dashboard));
    }
    StatementRun run =
        new StatementRun(
            new SqlText(select(expansion.sql(), tables), expansion.binds()),
            statement.format(),
            expansion.fill(),
            expansion.fill() == null ? Interval.ALL : scope.range(),
            reading.readsClock() ? moment() : null);
    return new Prepared(run, new LinkedHashMap<>(tables));
  }

  private Dataset dataset(String name, SourceId own, DashboardId dashboard) {
    return names
        .find(name, own, dashboard)
        .filter(source -> isHere(name, source.id()))
        .flatMap(source -> datasets.find(source.id()))
        .orElseThrow(() ->
            new AppException(
                QueryErrors.STATEMENT,
                "There is no source called \"" + name + "\" here, or more than one."));
  }

  private boolean isHere(String name, SourceId id) {
    if (live.find(id).isPresent()) {
      throw new AppException(
          QueryErrors.STATEMENT,
          "The rows of \""
              + name
              + "\" are in another database, where statements do not reach;"
              + " let them be copied (materialise_seconds), or ask for columns.");
    }
    return true;
  }

  /** The statement stands in parentheses, out of which it cannot get: it was read as a whole. */
  private static String select(String sql, Map<String, Dataset> tables) {
    String with =
        tables.entrySet().stream()
            .map(table ->
                SqlNames.quote(table.getKey())
                    + " AS NOT MATERIALIZED ("
                    + visible(table.getValue())
                    + ")")
            .collect(Collectors.joining(", "));
    return (with.isEmpty() ? "" : "WITH " + with + " ")
        + "SELECT * FROM (\n"
        + sql
        + "\n) LIMIT "
        + (Limits.STATEMENT_ROWS + 1);
  }

  private static String visible(Dataset dataset) {
    List<String> columns =
        dataset.columns().stream().map(Column::name).map(SqlNames::quote).toList();
    String listed = columns.isEmpty() ? "NULL AS nothing" : String.join(", ", columns);
    return "SELECT " + listed + " FROM " + SqlNames.quote(Dataset.tableName(dataset.id()));
  }

  private Instant moment() {
    return Instant.ofEpochMilli(clock.millis() / MOMENT * MOMENT);
  }
}
