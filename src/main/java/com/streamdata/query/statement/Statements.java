package com.streamdata.query.statement;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.Target;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.answer.AnswerCache;
import com.streamdata.query.ask.Setting;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.statement.gate.SqlGate;
import com.streamdata.query.statement.macro.Scope;
import com.streamdata.query.table.Table;
import com.streamdata.source.LiveSources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Queries in SQL: what is wrong with them, what they read, and what comes of them. */
public final class Statements {
  private final Access access;
  private final InstantSource clock;
  private final SourceNames names;
  private final Preparation preparation;
  private final StatementRuns runs;

  /**
   * @param timeout how long one statement may take
   */
  public Statements(
      Datasets datasets,
      LiveSources live,
      Database database,
      Access access,
      AnswerCache answers,
      InstantSource clock,
      Duration timeout) {
    this.access = access;
    this.clock = clock;
    this.names = new SourceNames(database);
    this.preparation =
        new Preparation(datasets, live, names, new SqlGate(datasets, timeout), clock);
    this.runs = new StatementRuns(preparation, datasets, answers, timeout);
  }

  /**
   * Everything that is wrong with the statements of a query, none if they are right.
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
      Scope scope = Scope.of(setting, clock.instant());
      return sources(statement, setting.dashboard(), scope).stream()
              .allMatch(source -> mayRead(caller, source))
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

  private Collection<SourceId> sources(Statement statement, DashboardId dashboard, Scope scope) {
    return preparation.prepare(statement, dashboard, scope).versions().keySet();
  }

  /** What the statements that are shown read; nothing of those that cannot be run. */
  public Set<SourceId> sources(SqlQuery query, Setting setting) {
    Scope scope = Scope.of(setting, clock.instant());
    Set<SourceId> sources = new LinkedHashSet<>();
    for (Statement statement : query.shown()) {
      sources.addAll(sourcesIfAny(statement, setting.dashboard(), scope));
    }
    return sources;
  }

  private Collection<SourceId> sourcesIfAny(
      Statement statement, DashboardId dashboard, Scope scope) {
    try {
      return sources(statement, dashboard, scope);
    } catch (AppException _) {
      return List.of();
    }
  }

  /** What becomes of each statement that is shown, in their order. */
  public List<Outcome> runEach(SqlQuery query, Setting setting) {
    Scope scope = Scope.of(setting, clock.instant());
    List<Outcome> outcomes = new ArrayList<>();
    for (Statement statement : query.shown()) {
      try {
        Answer answer = runs.run(statement, setting.dashboard(), scope);
        outcomes.add(new Outcome.Got(statement, answer));
      } catch (AppException e) {
        outcomes.add(new Outcome.Failed(statement, e));
      }
    }
    return outcomes;
  }

  /**
   * The answers of all statements as one, as pages show it.
   *
   * @throws AppException what the first that fails fails with
   */
  public Answer run(SqlQuery query, Setting setting) {
    List<Outcome.Got> parts = new ArrayList<>();
    for (Outcome outcome : runEach(query, setting)) {
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
}
