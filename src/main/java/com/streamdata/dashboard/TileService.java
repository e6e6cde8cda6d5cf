package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.db.Database;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.Shape;
import com.streamdata.visualization.Current;
import com.streamdata.visualization.DashboardQueries;
import com.streamdata.visualization.PanelNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Service;

/** The numbers of key-metric tiles. */
@Service
public final class TileService {
  private static final int MOST = 3;
  private static final int MOST_PLACED = 50;

  private final Access access;
  private final Database database;
  private final DashboardQueries queries;

  TileService(Access access, Database database, DashboardQueries queries) {
    this.access = access;
    this.database = database;
    this.queries = queries;
  }

  /**
   * The number of one tile.
   *
   * @param index from 0, in the order of the dashboard's tiles
   */
  public Current data(Caller caller, DashboardId id, int index, Asked asked) {
    return queries.run(caller, id, Shape.METRIC, query(caller, id, index), asked);
  }

  /** The number of {@link #data}, or an older one where that takes long. */
  public Current latest(Caller caller, DashboardId id, int index, Asked asked) {
    return queries.latest(caller, id, Shape.METRIC, query(caller, id, index), asked);
  }

  private SavedQuery query(Caller caller, DashboardId id, int index) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(id));
    Dashboard dashboard =
        database
            .from(DashboardStore.class, store -> store.find(id))
            .orElseThrow(DashboardErrors::notFound);
    List<Tile> tiles = dashboard.tileList();
    if (index < 0 || index >= tiles.size()) {
      throw DashboardErrors.noTile();
    }
    return tiles.get(index).query();
  }

  /**
   * Requires that tiles can be shown on a dashboard: three at most in the row of key metrics, each
   * one number of its own sources.
   *
   * @param before the dashboard's tiles until now
   * @throws com.streamdata.error.AppException naming everything that is wrong, by its path
   */
  void check(
      Handle handle, Caller caller, DashboardId dashboard, List<Tile> before, List<Tile> tiles) {
    new Checks()
        .that(
            tiles.stream().filter(tile -> tile.place() == null).count() <= MOST,
            "tiles",
            "must be at most three without a place")
        .that(tiles.size() <= MOST_PLACED, "tiles", "must be at most 50")
        .done();
    List<SavedQuery> kept = before.stream().map(Tile::query).toList();
    List<ErrorDetail> wrong = new ArrayList<>();
    for (int i = 0; i < tiles.size(); i++) {
      String place = "tiles[" + i + "].query";
      queries
          .check(handle, caller, dashboard, Shape.METRIC, tiles.get(i).query(), kept)
          .forEach(detail -> wrong.add(detail.under(place)));
    }
    if (!wrong.isEmpty()) {
      throw Checks.invalid(wrong);
    }
  }

  /**
   * The same tiles, with a number of their own where their usual one is another panel's already.
   *
   * @throws com.streamdata.error.AppException when a tile wants the number of another panel
   */
  static List<Tile> numbered(Handle handle, DashboardId dashboard, List<Tile> tiles) {
    PanelNumbers numbers = PanelNumbers.withoutTiles(handle, dashboard);
    for (Tile tile : tiles) {
      if (tile.panelId() != null) {
        numbers.take(tile.panelId());
      }
    }
    List<Tile> numbered = new ArrayList<>();
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      long usual = i + 1L;
      long number = tile.panelId() == null ? numbers.takeOrNext(usual) : tile.panelId();
      numbered.add(tile.panelId() == null && number != usual ? tile.with(number) : tile);
    }
    return List.copyOf(numbered);
  }
}
