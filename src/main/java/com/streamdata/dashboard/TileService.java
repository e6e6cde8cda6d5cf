package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.db.Database;
import com.streamdata.error.Checks;
import com.streamdata.error.ErrorDetail;
import com.streamdata.query.Answer;
import com.streamdata.query.Shape;
import com.streamdata.query.TimeRange;
import com.streamdata.visualization.DashboardQueries;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.springframework.stereotype.Service;

/** The numbers of key-metric tiles. */
@Service
public final class TileService {
  private static final int MOST = 3;

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
   * @param range what is asked for; the dashboard's usual one if it is {@link TimeRange#ALL}
   */
  public Answer data(Caller caller, DashboardId id, int index, TimeRange range) {
    access.require(caller, Action.DASHBOARDS_READ, new Target.OfDashboard(id));
    Dashboard dashboard =
        database
            .from(DashboardStore.class, store -> store.find(id))
            .orElseThrow(DashboardErrors::notFound);
    List<Tile> tiles = dashboard.tileList();
    if (index < 0 || index >= tiles.size()) {
      throw DashboardErrors.noTile();
    }
    return queries.run(id, Shape.METRIC, tiles.get(index).query(), range);
  }

  /**
   * Requires that tiles can be shown on a dashboard: three at most, each one number of its own
   * sources.
   *
   * @throws com.streamdata.error.AppException naming everything that is wrong, by its path
   */
  void check(Handle handle, DashboardId dashboard, List<Tile> tiles) {
    Checks.require(tiles.size() <= MOST, "tiles", "must be at most three");
    List<ErrorDetail> wrong = new ArrayList<>();
    for (int i = 0; i < tiles.size(); i++) {
      String place = "tiles[" + i + "].query";
      queries
          .check(handle, dashboard, Shape.METRIC, tiles.get(i).query())
          .forEach(detail -> wrong.add(detail.under(place)));
    }
    if (!wrong.isEmpty()) {
      throw Checks.invalid(wrong);
    }
  }
}
