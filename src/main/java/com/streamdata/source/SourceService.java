package com.streamdata.source;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.ChangeLog;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.Target;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Keep;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.http.Change;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes, shows, changes and deletes sources. Their rows have services of their own. */
@Service
public final class SourceService {
  private final Access access;
  private final Sources sources;
  private final Database database;
  private final Datasets datasets;
  private final ChangeLog changes;
  private final InstantSource clock;
  private final JsonMapper json;

  SourceService(
      Access access,
      Sources sources,
      Database database,
      Datasets datasets,
      ChangeLog changes,
      InstantSource clock,
      JsonMapper json) {
    this.access = access;
    this.sources = sources;
    this.database = database;
    this.datasets = datasets;
    this.changes = changes;
    this.clock = clock;
    this.json = json;
  }

  /** The sources of a dashboard in ascending order of ids. */
  public List<SourceView> list(Caller caller, DashboardId dashboardId) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(dashboardId));
    return database.from(SourceStore.class, store -> store.list(dashboardId)).stream()
        .map(this::view)
        .toList();
  }

  /** A source as far as finding it goes. */
  public record ReadableSource(
      SourceId id, DashboardId dashboardId, String name, SourceKind kind) {}

  /** All sources whose rows the caller may read, in ascending order of ids. */
  public List<ReadableSource> listReadable(Caller caller) {
    access.requireAccount(caller);
    return database.from(SourceStore.class, SourceStore::list).stream()
        .filter(source -> access.may(caller, Action.SOURCES_READ, source.target()))
        .map(source ->
            new ReadableSource(
                source.id(), source.dashboardId(), source.name(), source.sourceKind()))
        .toList();
  }

  SourceView get(Caller caller, SourceId id) {
    return view(sources.require(caller, Action.SOURCES_READ, id));
  }

  /** Makes a source without rows. */
  public SourceView create(Caller caller, DashboardId dashboardId, NewSource request) {
    access.require(caller, Action.SOURCES_WRITE, new Target.OfDashboard(dashboardId));
    Keep keep = request.keeping();
    String columns = json.writeValueAsString(request.declared());
    SourceId id =
        database.write(handle -> {
          changes.note(handle, caller, dashboardId, "source.created", request.name());
          return handle
              .attach(SourceStore.class)
              .insert(
                  dashboardId,
                  request.name(),
                  request.kind().wireName(),
                  columns,
                  keep.rows(),
                  keep.days(),
                  clock.instant());
        });
    datasets.create(id, request.declared(), keep);
    return view(sources.find(id).orElseThrow(() -> AccessErrors.notFound("source")));
  }

  SourceView change(Caller caller, SourceId id, SourceChange request) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    String name = request.name() == null ? source.name() : request.name();
    Keep keep = Objects.requireNonNullElse(Change.apply(request.keep(), source.keep()), Keep.ALL);
    database.write(handle -> {
      changes.note(handle, caller, source.dashboardId(), "source.changed", name);
      return handle.attach(SourceStore.class).update(id, name, keep.rows(), keep.days());
    });
    if (!keep.equals(source.keep())) {
      sources.find(id).ifPresent(sources::follow);
    }
    return get(caller, id);
  }

  /**
   * Fetches the rows again. No kind of source that there is has rows to fetch.
   *
   * @throws AppException always, naming where the rows come from
   */
  void refresh(Caller caller, SourceId id) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    String where = source.sourceKind() == SourceKind.PUSH ? "/rows" : "/file";
    throw new AppException(
        SourceErrors.WRONG_KIND,
        "There is nothing to fetch: its rows are sent to POST /sources/" + id + where + ".");
  }

  /** What a source that is not made yet would show: push and file sources begin without rows. */
  RowsView test(Caller caller, NewSource request) {
    access.requireCreator(caller);
    return new RowsView(request.declared(), List.of(), 0);
  }

  /** Deletes a source and its rows, unless something still draws from it. */
  void delete(Caller caller, SourceId id) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    database.write(handle -> delete(handle, caller, source));
    sources.dropDeleted();
  }

  private boolean delete(Handle handle, Caller caller, Source source) {
    SourceStore store = handle.attach(SourceStore.class);
    List<String> users =
        store.mentions(source.dashboardId()).stream()
            .filter(mention -> names(mention.text(), source.id()))
            .map(SourceStore.Mention::what)
            .toList();
    if (!users.isEmpty()) {
      throw new AppException(
          SourceErrors.IN_USE,
          "It is used by " + String.join(", ", users) + ". Delete or change them first.");
    }
    changes.note(handle, caller, source.dashboardId(), "source.deleted", source.name());
    store.addDropped(source.id());
    return store.delete(source.id());
  }

  private boolean names(String text, SourceId id) {
    return json.readTree(text).findValuesAsString("source").contains(id.toString());
  }

  private SourceView view(Source source) {
    return SourceView.of(source, sources.dataset(source));
  }

  /** A source's rows as they are now; empty if there is no such source. For who may ask already. */
  public Optional<Dataset> dataset(SourceId id) {
    return sources.find(id).map(sources::dataset);
  }

  /** Drops the rows of what was deleted together with its dashboard. */
  public void dropDeleted() {
    sources.dropDeleted();
  }
}
