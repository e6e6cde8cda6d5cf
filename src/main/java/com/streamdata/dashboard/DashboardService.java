package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.ChangeLog;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.access.Uid;
import com.streamdata.db.Database;
import com.streamdata.http.CreatedDay;
import com.streamdata.http.Page;
import com.streamdata.http.Version;
import com.streamdata.query.time.TimeRange;
import com.streamdata.source.SourceService;
import com.streamdata.visualization.VisualizationService;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes, shows, changes and deletes dashboards. */
@Service
public final class DashboardService {
  private final Access access;
  private final Database database;
  private final ChangeLog changes;
  private final SourceService sources;
  private final VisualizationService visualizations;
  private final TileService tiles;
  private final InstantSource clock;
  private final JsonMapper json;

  DashboardService(
      Access access,
      Database database,
      ChangeLog changes,
      SourceService sources,
      VisualizationService visualizations,
      TileService tiles,
      InstantSource clock,
      JsonMapper json) {
    this.access = access;
    this.database = database;
    this.changes = changes;
    this.sources = sources;
    this.visualizations = visualizations;
    this.tiles = tiles;
    this.clock = clock;
    this.json = json;
  }

  /** One line of the published list. */
  public record ListedDashboard(DashboardId id, String name, String owner, CreatedDay created) {}

  /** What the caller may read, in ascending order of ids. */
  public List<ListedDashboard> list(Caller caller, Page page) {
    Set<DashboardId> readable = access.readable(caller);
    List<ListedDashboard> all =
        database.from(DashboardStore.class, DashboardStore::list).stream()
            .filter(dashboard -> readable.contains(dashboard.id()))
            .map(DashboardService::listed)
            .toList();
    return page.of(all);
  }

  /** Those the caller may read that some link opens now, in ascending order. */
  public List<DashboardId> listShared(Caller caller) {
    Set<DashboardId> readable = access.readable(caller);
    return database.from(DashboardStore.class, store -> store.listShared(clock.instant())).stream()
        .filter(readable::contains)
        .toList();
  }

  private static ListedDashboard listed(Dashboard dashboard) {
    return new ListedDashboard(
        dashboard.id(), dashboard.name(), dashboard.owner(), CreatedDay.of(dashboard.createdAt()));
  }

  public DashboardView create(Caller caller, NewDashboard request) {
    Caller.Account owner = access.requireCreator(caller);
    String uid = Uid.random();
    TimeZoneName zone = request.timeZone() == null ? TimeZoneName.UTC : request.timeZone();
    TimeRange range = request.timeRange() == null ? TimeRange.ALL : request.timeRange();
    DashboardId id =
        database.with(
            DashboardStore.class,
            store ->
                store.insert(
                    uid,
                    request.name().text(),
                    owner.userId(),
                    clock.instant(),
                    zone.text(),
                    range.from(),
                    range.to()));
    return view(caller, id);
  }

  /** A dashboard with all that belongs to it. */
  public DashboardView get(Caller caller, DashboardId id) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(id));
    return view(caller, id);
  }

  /**
   * Changes what is given of it.
   *
   * @param ifMatch the version the caller has seen, as an entity tag; null when it does not care
   */
  public DashboardView change(
      Caller caller, DashboardId id, DashboardChange change, @Nullable String ifMatch) {
    access.require(caller, Action.DASHBOARDS_WRITE, new Target.OfDashboard(id));
    database.write(handle -> {
      DashboardStore store = handle.attach(DashboardStore.class);
      Dashboard before = store.find(id).orElseThrow(DashboardErrors::notFound);
      Version.require(ifMatch, before.version());
      List<Tile> newTiles =
          change.tiles() == null ? null : numbered(handle, caller, before, change.tiles());
      update(store, before, change, newTiles);
      String detail = json.writeValueAsString(change);
      return changes.note(handle, caller, id, "dashboard.changed", detail, before(before, change));
    });
    return view(caller, id);
  }

  private ChangeLog.Before before(Dashboard before, DashboardChange change) {
    Map<String, @Nullable Object> was = new LinkedHashMap<>();
    if (change.name() != null) {
      was.put("name", before.name());
    }
    if (change.timeZone() != null) {
      was.put("time_zone", before.timeZone());
    }
    if (change.timeRange() != null) {
      was.put("time_range", before.usual());
    }
    if (change.tiles() != null) {
      was.put("tiles", before.tileList());
    }
    if (change.filters() != null) {
      was.put("filters", before.filterList());
    }
    return new ChangeLog.Before(null, json.writeValueAsString(was));
  }

  private List<Tile> numbered(Handle handle, Caller caller, Dashboard before, List<Tile> wanted) {
    tiles.check(handle, caller, before.id(), before.tileList(), wanted);
    return TileService.numbered(handle, before.id(), wanted);
  }

  private void update(
      DashboardStore store,
      Dashboard before,
      DashboardChange change,
      @Nullable List<Tile> newTiles) {
    TimeRange range = new TimeRange(before.timeFrom(), before.timeTo());
    if (change.timeRange() != null) {
      range = change.timeRange().value() == null ? TimeRange.ALL : change.timeRange().value();
    }
    store.update(
        before.id(),
        change.name() == null ? before.name() : change.name().text(),
        change.timeZone() == null ? before.timeZone() : change.timeZone().text(),
        range.from(),
        range.to(),
        newTiles == null ? before.tiles() : json.writeValueAsString(newTiles),
        change.filters() == null ? before.filters() : json.writeValueAsString(change.filters()));
  }

  public void delete(Caller caller, DashboardId id, @Nullable String ifMatch) {
    access.require(caller, Action.DASHBOARDS_DELETE, new Target.OfDashboard(id));
    database.write(handle -> delete(handle, id, ifMatch));
    sources.dropDeleted();
  }

  private static boolean delete(Handle handle, DashboardId id, @Nullable String ifMatch) {
    DashboardStore store = handle.attach(DashboardStore.class);
    Dashboard before = store.find(id).orElseThrow(DashboardErrors::notFound);
    Version.require(ifMatch, before.version());
    store.dropDatasets(id);
    store.delete(id);
    return true;
  }

  Dashboard stored(DashboardId id) {
    return database
        .from(DashboardStore.class, store -> store.find(id))
        .orElseThrow(DashboardErrors::notFound);
  }

  private DashboardView view(Caller caller, DashboardId id) {
    Dashboard dashboard = stored(id);
    return new DashboardView(
        dashboard.id(),
        dashboard.uid(),
        dashboard.name(),
        caller instanceof Caller.ShareHolder ? null : dashboard.owner(),
        CreatedDay.of(dashboard.createdAt()),
        dashboard.version(),
        dashboard.timeZone(),
        dashboard.usual(),
        dashboard.tileList(),
        dashboard.filterList(),
        dashboard.noteList(),
        dashboard.variableList(),
        visualizations.listOf(caller, id),
        sources.list(caller, id));
  }
}
