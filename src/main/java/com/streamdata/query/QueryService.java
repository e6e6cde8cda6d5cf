package com.streamdata.query;

import com.streamdata.access.Access;
import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.engine.DuckDbEngine;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.SqlNames;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.answer.AnswerCache;
import com.streamdata.query.answer.LastAnswers;
import com.streamdata.query.answer.Latest;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.QueryErrors;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.Setting;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.plan.Planner;
import com.streamdata.query.plan.Question;
import com.streamdata.query.plan.Relation;
import com.streamdata.query.remote.RemoteAnswers;
import com.streamdata.query.rules.QueryRules;
import com.streamdata.query.statement.Outcome;
import com.streamdata.query.statement.Statements;
import com.streamdata.query.table.Table;
import com.streamdata.query.time.Interval;
import com.streamdata.source.LiveSources;
import com.streamdata.source.sql.SqlConnections;
import com.streamdata.source.sql.SqlSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The one door to data. Knows nothing of who is asking: that is for whoever asks to decide first.
 *
 * <p>The store of rows runs as many queries at once as there are cores; others wait their turn
 * there.
 */
@Service
public final class QueryService {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Seconds. */
  private static final long MOVES_ON_AFTER = 5;

  private final Datasets datasets;
  private final InstantSource clock;
  private final QueryEngine engine;
  private final AnswerCache answers = new AnswerCache();
  private final LastAnswers last = new LastAnswers(Duration.ofSeconds(1));
  private final Statements statements;
  private final LiveSources live;
  private final RemoteAnswers remote;

  QueryService(
      Datasets datasets,
      LiveSources live,
      SqlConnections connections,
      Database database,
      Access access,
      InstantSource clock,
      MeterRegistry metrics) {
    this.datasets = datasets;
    this.clock = clock;
    this.engine = new DuckDbEngine(datasets::read, LONGEST);
    this.statements = new Statements(datasets, live, database, access, answers, clock, LONGEST);
    this.live = live;
    this.remote = new RemoteAnswers(connections, answers);
    metrics.more().counter("query.answers", List.of(), answers, AnswerCache::made);
  }

  /**
   * Everything that is wrong with a query, none if it is right.
   *
   * @return paths are relative to the query: put them {@link ErrorDetail#under} its own place
   */
  public List<ErrorDetail> check(Shape shape, Query query) {
    List<Column> columns = datasets.find(query.source()).map(Dataset::columns).orElse(List.of());
    return QueryRules.check(shape, query, columns);
  }

  /**
   * Everything that is wrong with statements, none if they are right.
   *
   * @param caller who must be allowed to read every source they read
   * @return paths are relative to the query
   * @throws AppException forbidden for the holder of a link
   */
  public List<ErrorDetail> check(Caller caller, SqlQuery query, Setting setting) {
    return statements.check(caller, query, setting);
  }

  /**
   * The answer to a query, as new as the last acknowledged write of this process.
   *
   * @throws AppException not-found if its source is gone; invalid if its columns are, a statement
   *     fails, or a range ends before it begins; unavailable if it takes too long
   */
  public Answer run(Shape shape, SavedQuery query, Setting setting) {
    return switch (query) {
      case Query columns -> run(shape, columns, setting);
      case SqlQuery sql -> statements.run(sql, setting);
    };
  }

  /**
   * The answer of {@link #run}; or, if that takes longer than a second or did so the last time, the
   * one before, while the newest is made.
   */
  public Latest latest(Shape shape, SavedQuery query, Setting setting) {
    Latest latest = last.get(List.of(shape, query, setting), () -> run(shape, query, setting));
    boolean old = isElsewhere(query) && !isNewest(latest.answer());
    return old ? new Latest(latest.answer(), true) : latest;
  }

  /** Other people's databases are waited for less than a second. */
  private boolean isElsewhere(SavedQuery query) {
    return query.sources().stream().anyMatch(source -> live.find(source).isPresent());
  }

  private Answer run(Shape shape, Query query, Setting setting) {
    Dataset dataset = find(query.source());
    Optional<SqlSettings> elsewhere = live.find(query.source());
    if (elsewhere.isPresent()) {
      return remote.get(shape, query, setting, dataset, elsewhere.get());
    }
    Question question =
        new Question(shape, query, resolve(setting), setting.zone(), setting.shared());
    return answers.get(
        setting.dashboard(),
        new AnswerCache.Key(question, Map.of(dataset.id(), dataset.version())),
        () -> make(question, dataset));
  }

  private Answer make(Question question, Dataset dataset) {
    try {
      Table table = new Planner(engine, relation(dataset)).answer(question);
      return new Answer(table, dataset.changedAt(), Map.of(dataset.id(), dataset.version()));
    } catch (IllegalStateException e) {
      Dataset now = find(dataset.id());
      if (now.version() == dataset.version()) {
        throw e;
      }
      // An import has put other columns in place of those that were asked for a moment ago.
      return make(question, now);
    }
  }

  /** What becomes of each statement that is shown, in their order. */
  public List<Outcome> runEach(SqlQuery query, Setting setting) {
    return statements.runEach(query, setting);
  }

  /** All sources that a query reads. */
  public Set<SourceId> sources(SavedQuery query, Setting setting) {
    Set<SourceId> sources = new LinkedHashSet<>(query.sources());
    if (query instanceof SqlQuery sql) {
      sources.addAll(statements.sources(sql, setting));
    }
    return sources;
  }

  private Interval resolve(Setting setting) {
    return setting.range().resolve(clock.instant(), setting.zone());
  }

  /**
   * Gives, whenever it is asked, something that equals what it gave before as long as the answer to
   * a query can be no other: no row of its sources has changed, and a range that moves with time
   * has not moved by more than five seconds.
   */
  public Supplier<Object> state(SavedQuery query, Setting setting) {
    List<SourceId> sources = List.copyOf(sources(query, setting));
    boolean moves = setting.range().moves();
    return () ->
        Stream.concat(
                sources.stream().map(this::versionOf),
                Stream.of(moves ? clock.instant().getEpochSecond() / MOVES_ON_AFTER : 0))
            .toList();
  }

  /** Grows with every change of a source's rows; 0 if there is no such source. */
  public long versionOf(SourceId source) {
    return datasets.version(source);
  }

  /** Whether nothing has changed the rows since the answer was made. */
  public boolean isNewest(Answer answer) {
    return answer.versions().entrySet().stream()
        .allMatch(made -> datasets.version(made.getKey()) == made.getValue());
  }

  private Dataset find(SourceId source) {
    return datasets
        .find(source)
        .orElseThrow(
            () -> new AppException(QueryErrors.NO_SOURCE, "Source " + source + " is gone."));
  }

  private static Relation relation(Dataset dataset) {
    return new Relation(
        SqlNames.table(Dataset.tableName(dataset.id())), Dataset.ROW, dataset.columns());
  }
}
