package com.streamdata.query;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.Target;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final Datasets datasets;
  private final SourceNames names;
  private final Access access;
  private final InstantSource clock;
  private final QueryEngine engine;
  private final AnswerCache answers = new AnswerCache();

  QueryService(Datasets datasets, Database database, Access access, InstantSource clock) {
    this.datasets = datasets;
    this.names = new SourceNames(database);
    this.access = access;
    this.clock = clock;
    this.engine = new DuckDbEngine(datasets::read, LONGEST);
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
   * Everything that is wrong with statements for a dashboard, none if they are right.
   *
   * @param caller who must be allowed to read every source they read
   * @return paths are relative to the query
   * @throws AppException forbidden for the holder of a link
   */
  public List<ErrorDetail> check(Caller caller, DashboardId dashboard, SqlQuery query) {
    access.requireAccount(caller);
    List<ErrorDetail> wrong = new ArrayList<>();
    for (int i = 0; i < query.statements().size(); i++) {
      Statement statement = query.statements().get(i);
      if (!mayRead(caller, statement.source())) {
        wrong.add(
            ErrorDetail.field("statements[" + i + "].source", "is no source that you may read"));
      }
    }
    return wrong;
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
   * @param shared filters of the dashboard: each holds for the sources that have its column, if it
   *     fits there
   * @throws AppException not-found if its source is gone; invalid if its columns are, or a range
   *     ends before it begins; unavailable if it takes too long
   */
  public Answer run(
      Shape shape, SavedQuery query, TimeRange range, ZoneId zone, List<Filter> shared) {
    return switch (query) {
      case Query columns -> runColumns(shape, columns, range, zone, shared);
      case SqlQuery _ -> throw new IllegalStateException("statements");
    };
  }

  private Answer runColumns(
      Shape shape, Query query, TimeRange range, ZoneId zone, List<Filter> shared) {
    Dataset dataset = find(query.source());
    Question question =
        new Question(shape, query, range.resolve(clock.instant(), zone), zone, shared);
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

  /** All sources that a query reads. */
  public List<SourceId> sources(SavedQuery query) {
    return query.sources();
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
    return new Relation(Dataset.tableName(dataset.id()), Dataset.ROW, dataset.columns());
  }
}
