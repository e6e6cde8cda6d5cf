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
import com.streamdata.source.fetch.SourceSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes, shows, changes and deletes sources. Their rows have services of their own. */
@Service
public final class SourceService {
  private final Access access;
  private final Sources sources;
  private final Database database;
  private final Connectors connectors;
  private final Refreshes refreshes;
  private final Datasets datasets;
  private final ChangeLog changes;
  private final InstantSource clock;
  private final JsonMapper json;

  SourceService(
      Access access,
      Sources sources,
      Connectors connectors,
      Refreshes refreshes,
      Database database,
      Datasets datasets,
      ChangeLog changes,
      InstantSource clock,
      JsonMapper json) {
    this.access = access;
    this.sources = sources;
    this.connectors = connectors;
    this.refreshes = refreshes;
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
        .map(source -> view(caller, source))
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
    return view(caller, sources.require(caller, Action.SOURCES_READ, id));
  }

  /** Makes a source. One that finds its rows itself begins to at once. */
  public SourceView create(Caller caller, DashboardId dashboardId, NewSource request) {
    access.require(caller, Action.SOURCES_WRITE, new Target.OfDashboard(dashboardId));
    Optional<String> settings =
        connectors.read(request.kind(), request.settings()).map(connectors::seal);
    SourceId id =
        database.write(handle -> {
          changes.note(handle, caller, dashboardId, "source.created", request.name());
          return insert(handle, dashboardId, request, settings.orElse(null));
        });
    datasets.create(id, request.declared(), request.keeping());
    settings.ifPresent(_ -> refreshes.soon(id));
    return view(caller, sources.find(id).orElseThrow(() -> AccessErrors.notFound("source")));
  }

  private SourceId insert(
      Handle handle, DashboardId dashboardId, NewSource request, @Nullable String settings) {
    Keep keep = request.keeping();
    return handle
        .attach(SourceStore.class)
        .insert(
            dashboardId,
            request.name(),
            request.kind().wireName(),
            json.writeValueAsString(request.declared()),
            keep.rows(),
            keep.days(),
            settings,
            clock.instant());
  }

  SourceView change(Caller caller, SourceId id, SourceChange request) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    String name = request.name() == null ? source.name() : request.name();
    Keep keep = Objects.requireNonNullElse(Change.apply(request.keep(), source.keep()), Keep.ALL);
    String settings = settings(source, request);
    database.write(handle -> {
      changes.note(handle, caller, source.dashboardId(), "source.changed", name);
      if (!Objects.equals(settings, source.settings())) {
        handle.attach(RunStore.class).put(id, Progress.NONE);
      }
      return handle.attach(SourceStore.class).update(id, name, keep.rows(), keep.days(), settings);
    });
    if (!keep.equals(source.keep())) {
      sources.find(id).ifPresent(sources::follow);
    }
    if (!Objects.equals(settings, source.settings())) {
      refreshes.soon(id);
    }
    return get(caller, id);
  }

  /** What is stored from now on: as before unless the request says otherwise. */
  private @Nullable String settings(Source source, SourceChange request) {
    if (request.settings().isEmpty()) {
      return source.settings();
    }
    Optional<SourceSettings> before = connectors.settings(source);
    ObjectNode shown =
        before.map(SourceSettings::shown).orElseGet(JsonNodeFactory.instance::objectNode);
    return connectors
        .read(source.sourceKind(), request.over(shown))
        .map(changed -> changed.keepingSecretsOf(before.orElseThrow()))
        .map(connectors::seal)
        .orElse(null);
  }

  /** Deletes a source and its rows, unless something still draws from it. */
  void delete(Caller caller, SourceId id) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    database.write(handle -> delete(handle, caller, source));
    refreshes.forget(id);
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

  private SourceView view(Caller caller, Source source) {
    Dataset dataset = sources.dataset(source);
    if (source.settings() == null) {
      return SourceView.of(source, dataset, null, JsonNodeFactory.instance.objectNode());
    }
    Progress progress =
        database.from(RunStore.class, store -> store.find(source.id())).orElse(Progress.NONE);
    boolean mayChange = access.may(caller, Action.SOURCES_WRITE, source.target());
    RefreshView refresh = RefreshView.of(progress, mayChange);
    ObjectNode settings =
        mayChange
            ? connectors.settings(source).orElseThrow().shown()
            : JsonNodeFactory.instance.objectNode();
    return SourceView.of(source, dataset, refresh, settings);
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
