package com.streamdata.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.engine.EngineErrors;
import com.streamdata.engine.SqlNames;
import com.streamdata.engine.SqlText;
import com.streamdata.error.AppException;
import com.streamdata.source.LiveSources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: the sources they name become tables that have the visible columns only, and
 * there are no others.
 */
final class Statements {
  private static final int MOST_KNOWN = 2_000;

  /** How long a statement that took too much is left alone: every visitor would try it again. */
  private static final Duration REST = Duration.ofMinutes(1);

  /** What reads the clock is asked again after this long. */
  private static final long MOMENT = Duration.ofSeconds(10).toMillis();

  private final Datasets datasets;
  private final LiveSources live;
  private final SourceNames names;
  private final StatementEngine engine;
  private final AnswerCache answers;
  private final InstantSource clock;
  private final Cache<AnswerCache.Key, AppException> hopeless =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(REST).build();
  private final Cache<String, SqlGate.Reading> readings =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

  Statements(
      Datasets datasets,
      LiveSources live,
      SourceNames names,
      StatementEngine engine,
      AnswerCache answers,
      InstantSource clock) {
    this.datasets = datasets;
    this.live = live;
    this.names = names;
    this.engine = engine;
    this.answers = answers;
    this.clock = clock;
  }

  /** A statement that may be run, and the rows it reads by what people call them. */
  private record Prepared(StatementRun run, Map<String, Dataset> tables) {
    Map<SourceId, Long> versions() {
      return tables.values().stream()
          .collect(Collectors.toUnmodifiableMap(Dataset::id, Dataset::version, (a, _) -> a));
    }

    Instant asOf(Instant now) {
      return tables.values().stream().map(Dataset::changedAt).max(Instant::compareTo).orElse(now);
    }

    /** What people call our tables. */
    Map<String, String> shownNames() {
      return tables.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  table -> Dataset.tableName(table.getValue().id()),
                  Map.Entry::getKey,
                  (a, _) -> a));
    }
  }

  /**
   * The rows of one statement, which may hold numbers that are not finite.
   *
   * @throws AppException if it is not allowed or fails
   */
  Answer run(Statement statement, DashboardId dashboard, Scope scope) {
    Prepared prepared = prepare(statement, dashboard, scope);
    AnswerCache.Key key = new AnswerCache.Key(prepared.run(), prepared.versions());
    AppException known = hopeless.getIfPresent(key);
    if (known != null) {
      throw known;
    }
    try {
      return answers.get(key, () -> make(prepared, statement, dashboard, scope));
    } catch (AppException e) {
      if (e.code().equals(EngineErrors.TOO_SLOW) || e.code().equals(EngineErrors.TOO_LARGE)) {
        hopeless.put(key, e);
      }
      throw e;
    }
  }

  private Answer make(Prepared prepared, Statement statement, DashboardId dashboard, Scope scope) {
    try {
      StatementRun run = prepared.run();
      Table found = engine.run(run.select(), prepared.shownNames());
      Table table = run.format() == Format.TIME_SERIES ? EpochColumn.asTime(found) : found;
      Table whole = run.fill() == null ? table : FilledTable.of(table, run.fill(), run.range());
      return new Answer(whole, prepared.asOf(clock.instant()), prepared.versions());
    } catch (AppException e) {
      Prepared now = prepare(statement, dashboard, scope);
      if (now.versions().equals(prepared.versions())) {
        throw e;
      }
      // An import has put other columns in place of those that were asked for a moment ago.
      return make(now, statement, dashboard, scope);
    }
  }

  /**
   * The sources that a statement reads.
   *
   * @throws AppException if it is not allowed
   */
  Collection<SourceId> sources(Statement statement, DashboardId dashboard, Scope scope) {
    return prepare(statement, dashboard, scope).versions().keySet();
  }

  private Prepared prepare(Statement statement, DashboardId dashboard, Scope scope) {
    Expansion expansion = StatementExpander.expand(statement.sql(), scope);
    SqlGate.Reading reading = readings.getIfPresent(expansion.sql());
    if (reading == null) {
      reading = engine.examine(expansion.sql());
      readings.put(expansion.sql(), reading);
    }
    Map<String, Dataset> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : reading.tables()) {
      tables.put(name, dataset(name, statement.source(), dashboard));
    }
    return new Prepared(
        new StatementRun(
            new SqlText(select(expansion.sql(), tables), expansion.binds()),
            statement.format(),
            expansion.fill(),
            expansion.fill() == null ? Interval.ALL : scope.range(),
            reading.readsClock() ? moment() : null),
        new LinkedHashMap<>(tables));
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

  private @Nullable Instant moment() {
    return Instant.ofEpochMilli(clock.millis() / MOMENT * MOMENT);
  }
}
