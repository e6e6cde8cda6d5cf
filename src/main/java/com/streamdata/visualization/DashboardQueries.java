package com.streamdata.visualization;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.Target;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.QueryService;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.answer.Latest;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.QueryErrors;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.Setting;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.statement.Outcome;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import com.streamdata.query.variable.Variables;
import com.streamdata.source.Outages;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Component;

/**
 * Queries of a dashboard, be they of its visualizations or its key metrics: in its time zone, with
 * its filters and variables, over its own sources. Does not ask who may: whoever calls this has.
 */
@Component
public final class DashboardQueries {
  private final Access access;
  private final Database database;
  private final QueryService queries;
  private final Outages outages;

  DashboardQueries(Access access, Database database, QueryService queries, Outages outages) {
    this.access = access;
    this.database = database;
    this.queries = queries;
    this.outages = outages;
  }

  /**
   * Everything that is wrong with a query for a dashboard, none if it is right. The variables that
   * statements name must be on the dashboard already.
   *
   * @param handle of the transaction that is going to keep the query
   * @param caller who wants it kept: SQL, and columns of another dashboard's source, only by an
   *     account that may read what they read
   * @param kept queries that are there already: they may stay, and an account may change which
   *     columns they read of another dashboard's source
   * @return paths are relative to the query: put them {@link ErrorDetail#under} its own place
   */
  public List<ErrorDetail> check(
      Handle handle,
      Caller caller,
      DashboardId dashboard,
      Shape shape,
      SavedQuery query,
      List<SavedQuery> kept) {
    VisualizationStore store = handle.attach(VisualizationStore.class);
    return switch (query) {
      case Query columns -> check(store, caller, dashboard, shape, columns, kept);
      case SqlQuery sql ->
          kept.contains(sql)
              ? List.of()
              : queries.check(
                  caller, sql, setting(dashboard, store.findFrame(dashboard), Asked.USUAL));
    };
  }

  /**
   * Everything that is wrong with a query that comes with a whole dashboard, none if it is right.
   *
   * @param caller who may read the source of a query of columns; of statements it is asked here
   * @param variables those that come with the dashboard
   */
  public List<ErrorDetail> check(
      Caller caller,
      DashboardId dashboard,
      Shape shape,
      SavedQuery query,
      List<Variable> variables) {
    return switch (query) {
      case Query columns -> queries.check(shape, columns);
      case SqlQuery sql -> {
        Map<String, List<String>> values = Variables.values(variables, Map.of());
        yield queries.check(
            caller,
            sql,
            new Setting(dashboard, TimeRange.ALL, ZoneOffset.UTC, List.of(), null, values));
      }
    };
  }

  private List<ErrorDetail> check(
      VisualizationStore store,
      Caller caller,
      DashboardId dashboard,
      Shape shape,
      Query query,
      List<SavedQuery> kept) {
    Optional<DashboardId> home = store.dashboardOf(query.source());
    boolean mayRead =
        home.filter(of ->
                access.may(caller, Action.SOURCES_READ, new Target.OfSource(query.source(), of)))
            .isPresent();
    boolean allowed =
        kept.contains(query)
            || home.filter(dashboard::equals).isPresent()
            || (mayRead && kept.stream().anyMatch(each -> each.sources().contains(query.source())));
    return allowed
        ? queries.check(shape, query)
        : List.of(ErrorDetail.field("source", "is not a source of this dashboard"));
  }

  /**
   * What a query that was saved gives.
   *
   * @param caller who is told why it fails, if it does
   * @throws com.streamdata.error.AppException invalid when a variable is to have a value that is
   *     not among its choices
   */
  public Current run(
      Caller caller, DashboardId dashboard, Shape shape, SavedQuery query, Asked asked) {
    try {
      return current(new Latest(queries.run(shape, query, setting(dashboard, asked)), false));
    } catch (AppException e) {
      throw QueryErrors.toldTo(caller, e);
    }
  }

  /** What {@link #run} gives, or older data where that takes long. */
  public Current latest(
      Caller caller, DashboardId dashboard, Shape shape, SavedQuery query, Asked asked) {
    try {
      return current(queries.latest(shape, query, setting(dashboard, asked)));
    } catch (AppException e) {
      throw QueryErrors.toldTo(caller, e);
    }
  }

  private Current current(Latest latest) {
    Answer answer = latest.answer();
    Set<SourceId> sources = answer.versions().keySet();
    return new Current(answer, latest.stale(), outages.longest(sources).orElse(null));
  }

  /** Whether the same question would get the same now. */
  public boolean isNewest(Current current) {
    Answer answer = current.answer();
    return queries.isNewest(answer)
        && Objects.equals(
            outages.longest(answer.versions().keySet()).orElse(null), current.outage());
  }

  /**
   * What becomes of each statement that is shown.
   *
   * @param caller who is told why one fails, if it does
   * @throws com.streamdata.error.AppException as {@link #run} for variables
   */
  public List<Outcome> runEach(Caller caller, DashboardId dashboard, SqlQuery query, Asked asked) {
    return queries.runEach(query, setting(dashboard, asked)).stream()
        .map(outcome -> toldTo(caller, outcome))
        .toList();
  }

  private static Outcome toldTo(Caller caller, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Got got -> got;
      case Outcome.Failed(Statement statement, AppException reason) ->
          new Outcome.Failed(statement, QueryErrors.toldTo(caller, reason));
    };
  }

  /** All sources that a query reads. */
  public Set<SourceId> sources(DashboardId dashboard, SavedQuery query) {
    return queries.sources(query, setting(dashboard, Asked.USUAL));
  }

  /**
   * Equal to an earlier one as long as what the query gives can be no other, see {@link
   * QueryService#state}.
   *
   * @throws com.streamdata.error.AppException as {@link #run} for variables
   */
  public Supplier<Object> state(DashboardId dashboard, SavedQuery query, Asked asked) {
    Supplier<Object> rows = queries.state(query, setting(dashboard, asked));
    Set<SourceId> sources = sources(dashboard, query);
    return () -> List.of(rows.get(), outages.longest(sources));
  }

  private Setting setting(DashboardId dashboard, Asked asked) {
    return setting(
        dashboard,
        database.from(VisualizationStore.class, store -> store.findFrame(dashboard)),
        asked);
  }

  private static Setting setting(DashboardId dashboard, Optional<Frame> found, Asked asked) {
    Frame frame = found.orElseThrow(() -> AccessErrors.notFound("dashboard"));
    return new Setting(
        dashboard,
        asked.range().orElse(frame.usual()),
        asked.zone() == null ? frame.zone() : asked.zone(),
        frame.shared(),
        asked.interval(),
        Variables.values(frame.variableList(), asked.variables()));
  }

  /** Tells, from now on, whether no row has changed that the answer to a query is made of. */
  public BooleanSupplier unchanged(DashboardId dashboard, SavedQuery query) {
    Map<SourceId, Long> versions = new HashMap<>();
    sources(dashboard, query).forEach(source -> versions.put(source, queries.versionOf(source)));
    return () ->
        versions.entrySet().stream()
            .allMatch(entry -> queries.versionOf(entry.getKey()) == entry.getValue());
  }
}
