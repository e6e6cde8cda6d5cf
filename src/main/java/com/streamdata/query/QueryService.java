package com.streamdata.query;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.access.Target;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.engine.DuckDbEngine;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.SqlNames;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.source.LiveSources;
import com.streamdata.source.sql.SqlConnections;
import com.streamdata.source.sql.SqlSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final Access access;
  private final InstantSource clock;
  private final SourceNames names;
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
    this.access = access;
    this.clock = clock;
    this.names = new SourceNames(database);
    this.engine = new DuckDbEngine(datasets::read, LONGEST);
    this.statements =
        new Statements(
            datasets, live, names, new StatementEngine(datasets, LONGEST), answers, clock);
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
    access.requireAccount(caller);
    List<ErrorDetail> wrong = new ArrayList<>();
    for (int i = 0; i < query.statements().size(); i++) {
      String place = "statements[" + i + "]";
      check(caller, query.statements().get(i), setting)
          .forEach(detail -> wrong.add(detail.under(place)));
    }
    return wrong;
  }

  private List<ErrorDetail> check(Caller caller, Statement statement, Setting setting) {
    if (!mayRead(caller, statement.source())) {
      return List.of(ErrorDetail.field("source", "is no source that you may read"));
    }
    if (statement.hidden()) {
      // It is never run; whoever shows it changes the query, and then it is looked at.
      return List.of();
    }
    try {
      Collection<SourceId> read =
          statements.sources(statement, setting.dashboard(), scope(setting));
      return read.stream().allMatch(source -> mayRead(caller, source))
          ? List.of()
          : List.of(ErrorDetail.field("sql", "reads a source that you may not read"));
    } catch (AppException e) {
      return List.of(ErrorDetail.field("sql", String.valueOf(e.getMessage())));
    }
  }

  private boolean mayRead(Caller caller, SourceId source) {
    return names
        .find(source)
        .filter(found ->
            access.may(
                caller, Action.SOURCES_READ, new Target.OfSource(found.id(), found.dashboardId())))
        .isPresent();
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
      case SqlQuery sql -> merge(runEach(sql, setting));
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
    Scope scope = scope(setting);
    List<Outcome> outcomes = new ArrayList<>();
    for (Statement statement : query.shown()) {
      try {
        outcomes.add(
            new Outcome.Got(statement, statements.run(statement, setting.dashboard(), scope)));
      } catch (AppException e) {
        outcomes.add(new Outcome.Failed(statement, e));
      }
    }
    return outcomes;
  }

  private Answer merge(List<Outcome> outcomes) {
    List<Outcome.Got> parts = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Got got -> parts.add(got);
        case Outcome.Failed failed -> throw failed.reason();
      }
    }
    if (parts.isEmpty()) {
      return new Answer(new Table(List.of(), 0, false), clock.instant(), Map.of());
    }
    Map<SourceId, Long> versions = new HashMap<>();
    parts.forEach(part -> versions.putAll(part.answer().versions()));
    Instant asOf =
        parts.stream().map(part -> part.answer().asOf()).max(Instant::compareTo).orElseThrow();
    return new Answer(MergedTable.of(parts), asOf, versions);
  }

  /** All sources that a query reads. */
  public Set<SourceId> sources(SavedQuery query, Setting setting) {
    Set<SourceId> sources = new LinkedHashSet<>(query.sources());
    if (query instanceof SqlQuery sql) {
      Scope scope = scope(setting);
      sql.shown().forEach(statement -> sources.addAll(sources(statement, setting, scope)));
    }
    return sources;
  }

  /** None of one that cannot be run. */
  private Collection<SourceId> sources(Statement statement, Setting setting, Scope scope) {
    try {
      return statements.sources(statement, setting.dashboard(), scope);
    } catch (AppException _) {
      return List.of();
    }
  }

  private Scope scope(Setting setting) {
    Interval range = resolve(setting);
    Duration interval =
        setting.interval() == null ? Steps.of(range, clock.instant()) : setting.interval();
    return new Scope(range, interval, setting.variables());
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
