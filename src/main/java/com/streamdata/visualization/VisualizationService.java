package com.streamdata.visualization;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.ChangeLog;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.access.VisualizationId;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import com.streamdata.http.Page;
import com.streamdata.http.Version;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.ask.SavedQuery;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes, shows, changes and deletes visualizations, and gives their data. Visitors of a link are
 * callers too.
 */
@Service
public final class VisualizationService {
  private static final int MOST_PER_DASHBOARD = 200;

  /** The dashboard of a visualization that does not exist. */
  private static final DashboardId NONE = new DashboardId(0);

  private final Access access;
  private final Database database;
  private final DashboardQueries queries;
  private final ChangeLog changes;
  private final InstantSource clock;
  private final JsonMapper json;

  VisualizationService(
      Access access,
      Database database,
      DashboardQueries queries,
      ChangeLog changes,
      InstantSource clock,
      JsonMapper json) {
    this.access = access;
    this.database = database;
    this.queries = queries;
    this.changes = changes;
    this.clock = clock;
    this.json = json;
  }

  /** What the caller may read, in ascending order of ids. */
  public List<ListedVisualization> list(Caller caller, Page page) {
    Set<DashboardId> readable = access.readable(caller);
    return page.of(
        database.from(VisualizationStore.class, VisualizationStore::list).stream()
            .filter(stored -> readable.contains(stored.dashboardId()))
            .map(StoredVisualization::listed)
            .toList());
  }

  /** Those of a dashboard, in ascending order of ids. */
  public List<Visualization> listOf(Caller caller, DashboardId dashboard) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(dashboard));
    return database.from(VisualizationStore.class, store -> store.listOf(dashboard)).stream()
        .map(StoredVisualization::visualization)
        .toList();
  }

  public Visualization get(Caller caller, VisualizationId id) {
    return require(caller, Action.DASHBOARDS_READ, id).visualization();
  }

  /**
   * Makes a visualization of a source of the same dashboard.
   *
   * @throws AppException invalid, naming whatever its type or source does not allow
   */
  public Visualization create(Caller caller, DashboardId dashboard, NewVisualization request) {
    access.require(caller, Action.DASHBOARDS_WRITE, new Target.OfDashboard(dashboard));
    LookRules.require(request.displayed().json());
    String query = json.writeValueAsString(request.query());
    String options = json.writeValueAsString(request.displayed());
    return database.write(handle -> {
      check(handle, caller, dashboard, request, List.of());
      VisualizationStore store = handle.attach(VisualizationStore.class);
      requireRoom(store, dashboard);
      long panelId = PanelNumbers.of(handle, dashboard).take(request.panelId());
      changes.note(handle, caller, dashboard, "visualization.created", request.title().text());
      VisualizationId id =
          store.insert(
              dashboard,
              request.type().wireName(),
              request.title().text(),
              query,
              options,
              panelId,
              place(request),
              clock.instant());
      return stored(store, id).visualization();
    });
  }

  /**
   * Changes what the request names.
   *
   * @param ifMatch the version that the caller has seen; null if it does not care
   */
  public Visualization change(
      Caller caller, VisualizationId id, VisualizationChange request, @Nullable String ifMatch) {
    require(caller, Action.DASHBOARDS_WRITE, id);
    if (request.options() != null) {
      LookRules.require(request.options().json());
    }
    return database.write(handle -> {
      VisualizationStore store = handle.attach(VisualizationStore.class);
      Visualization before = stored(store, id).visualization();
      Version.require(ifMatch, before.version());
      NewVisualization after = request.appliedTo(before);
      check(handle, caller, before.dashboardId(), after, List.of(before.query()));
      store.update(
          id,
          after.type().wireName(),
          after.title().text(),
          json.writeValueAsString(after.query()),
          json.writeValueAsString(after.displayed()),
          place(after));
      changes.note(
          handle,
          caller,
          before.dashboardId(),
          "visualization.changed",
          after.title().text(),
          before(before));
      return stored(store, id).visualization();
    });
  }

  public void delete(Caller caller, VisualizationId id, @Nullable String ifMatch) {
    require(caller, Action.DASHBOARDS_WRITE, id);
    database.write(handle -> {
      VisualizationStore store = handle.attach(VisualizationStore.class);
      StoredVisualization before = stored(store, id);
      Version.require(ifMatch, before.version());
      store.delete(id);
      return changes.note(
          handle,
          caller,
          before.dashboardId(),
          "visualization.deleted",
          before.title(),
          before(before.visualization()));
    });
  }

  private ChangeLog.Before before(Visualization visualization) {
    Map<String, @Nullable Object> was = new LinkedHashMap<>();
    was.put("type", visualization.type());
    was.put("title", visualization.title());
    was.put("query", visualization.query());
    was.put("options", visualization.options());
    was.put("place", visualization.place());
    return new ChangeLog.Before(visualization.id(), json.writeValueAsString(was));
  }

  /**
   * Puts these in the place of all that a dashboard has; one with the panel number of another takes
   * its place and id. Does not ask who may, nor what the queries need: whoever calls this has.
   */
  public void replaceAll(Handle handle, DashboardId dashboard, List<NewVisualization> wanted) {
    VisualizationStore store = handle.attach(VisualizationStore.class);
    Map<Long, Visualization> before = new HashMap<>();
    for (StoredVisualization stored : store.listOf(dashboard)) {
      before.put(stored.panelId(), stored.visualization());
    }
    Set<Long> panels =
        wanted.stream().map(VisualizationService::panelId).collect(Collectors.toSet());
    before.values().stream()
        .filter(old -> !panels.contains(old.panelId()))
        .forEach(old -> store.delete(old.id()));
    for (NewVisualization each : wanted) {
      replace(store, dashboard, before.get(panelId(each)), each);
    }
  }

  private static long panelId(NewVisualization wanted) {
    return Objects.requireNonNull(wanted.panelId());
  }

  private void replace(
      VisualizationStore store,
      DashboardId dashboard,
      @Nullable Visualization before,
      NewVisualization wanted) {
    String query = json.writeValueAsString(wanted.query());
    String options = json.writeValueAsString(wanted.displayed());
    String type = wanted.type().wireName();
    String title = wanted.title().text();
    if (before == null) {
      store.insert(
          dashboard, type, title, query, options, panelId(wanted), place(wanted), clock.instant());
    } else if (!wanted.isLike(before)) {
      store.update(before.id(), type, title, query, options, place(wanted));
    }
  }

  /** What a visualization's dashboard says about its data. */
  public Frame frame(Caller caller, VisualizationId id) {
    DashboardId dashboard = require(caller, Action.DASHBOARDS_READ, id).dashboardId();
    return database
        .from(VisualizationStore.class, store -> store.findFrame(dashboard))
        .orElseThrow(VisualizationErrors::notFound);
  }

  /**
   * The data that a visualization draws.
   *
   * @throws AppException invalid when a variable is to have a value that is not among its choices
   */
  public Current data(Caller caller, VisualizationId id, Asked asked) {
    StoredVisualization stored = require(caller, Action.DASHBOARDS_READ, id);
    return queries.run(
        caller,
        stored.dashboardId(),
        stored.visualizationType().shape(),
        stored.savedQuery(),
        asked);
  }

  /** The data of {@link #data}, or older one where that takes long. */
  public Current latest(Caller caller, VisualizationId id, Asked asked) {
    StoredVisualization stored = require(caller, Action.DASHBOARDS_READ, id);
    return queries.latest(
        caller,
        stored.dashboardId(),
        stored.visualizationType().shape(),
        stored.savedQuery(),
        asked);
  }

  /**
   * The data that a visualization would draw if it were made; nothing is kept.
   *
   * @param kept queries that the dashboard shows already, whose SQL is not asked about again
   * @throws AppException invalid, naming whatever its type or source does not allow
   */
  public Current preview(
      Caller caller,
      DashboardId dashboard,
      NewVisualization wanted,
      Asked asked,
      List<SavedQuery> kept) {
    access.require(caller, Action.DASHBOARDS_WRITE, new Target.OfDashboard(dashboard));
    database.read(handle -> {
      check(handle, caller, dashboard, wanted, kept);
      return true;
    });
    return queries.run(caller, dashboard, wanted.type().shape(), wanted.query(), asked);
  }

  /** What does not exist is refused in the words for what the caller may not see. */
  private StoredVisualization require(Caller caller, Action action, VisualizationId id) {
    Optional<StoredVisualization> found =
        database.from(VisualizationStore.class, store -> store.find(id));
    DashboardId dashboard = found.map(StoredVisualization::dashboardId).orElse(NONE);
    access.require(caller, action, new Target.OfVisualization(id, dashboard));
    return found.orElseThrow(VisualizationErrors::notFound);
  }

  private static StoredVisualization stored(VisualizationStore store, VisualizationId id) {
    return store.find(id).orElseThrow(VisualizationErrors::notFound);
  }

  private @Nullable String place(NewVisualization wanted) {
    return wanted.place() == null ? null : json.writeValueAsString(wanted.place());
  }

  private void check(
      Handle handle,
      Caller caller,
      DashboardId dashboard,
      NewVisualization wanted,
      List<SavedQuery> kept) {
    List<ErrorDetail> wrong =
        queries.check(handle, caller, dashboard, wanted.type().shape(), wanted.query(), kept);
    if (!wrong.isEmpty()) {
      throw Checks.invalid(wrong.stream().map(detail -> detail.under("query")).toList());
    }
  }

  private static void requireRoom(VisualizationStore store, DashboardId dashboard) {
    if (store.listOf(dashboard).size() >= MOST_PER_DASHBOARD) {
      throw new AppException(
          VisualizationErrors.TOO_MANY, "A dashboard has at most 200 visualizations.");
    }
  }
}
