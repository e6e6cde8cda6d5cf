package com.streamdata.share;

import com.streamdata.access.Caller;
import com.streamdata.access.Right;
import com.streamdata.access.VisualizationId;
import com.streamdata.dashboard.DashboardChange;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.TileService;
import com.streamdata.query.Answer;
import com.streamdata.query.QueryService;
import com.streamdata.query.TimeRange;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.Visualization;
import com.streamdata.visualization.VisualizationChange;
import com.streamdata.visualization.VisualizationService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a visitor of a link sees and, with an edit link, changes. Every call first lets the visitor
 * in and then asks the services as the share's holder: what that caller may do is decided there.
 */
@Service
final class VisitService {
  private final Visits visits;
  private final DashboardService dashboards;
  private final TileService tiles;
  private final VisualizationService visualizations;
  private final QueryService queries;

  VisitService(
      Visits visits,
      DashboardService dashboards,
      TileService tiles,
      VisualizationService visualizations,
      QueryService queries) {
    this.visits = visits;
    this.dashboards = dashboards;
    this.tiles = tiles;
    this.visualizations = visualizations;
    this.queries = queries;
  }

  /** What was shared, with the visit that it was shown to. */
  record Shown<T>(Visits.Visit visit, T value) {}

  Shown<SharedDashboard> dashboard(String token, Visits.Cookies cookies) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    SharedDashboard shown =
        holder.visualizationId() == null
            ? SharedDashboard.of(
                dashboards.get(holder, holder.dashboardId()), visit.share().access())
            : one(holder, holder.visualizationId());
    return new Shown<>(visit, shown);
  }

  private SharedDashboard one(Caller.ShareHolder holder, VisualizationId id) {
    Visualization visualization = visualizations.get(holder, id);
    return SharedDashboard.of(visualization, visualizations.frame(holder, id));
  }

  Shown<Answer> data(String token, Visits.Cookies cookies, VisualizationId id) {
    Visits.Visit visit = visits.enter(token, cookies);
    return new Shown<>(visit, visualizations.data(visit.share().holder(), id, TimeRange.ALL));
  }

  Shown<Answer> tile(String token, Visits.Cookies cookies, int index) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    return new Shown<>(visit, tiles.data(holder, holder.dashboardId(), index, TimeRange.ALL));
  }

  /** Whether an answer is what the same question would get now. */
  boolean isNewest(Answer answer) {
    return queries.isNewest(answer);
  }

  SharedDashboard change(
      String token,
      Visits.Cookies cookies,
      DashboardChange.ByLink change,
      @Nullable String ifMatch) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    return SharedDashboard.of(
        dashboards.change(holder, holder.dashboardId(), change.whole(), ifMatch), Right.EDIT);
  }

  Visualization add(String token, Visits.Cookies cookies, NewVisualization request) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    return visualizations.create(holder, holder.dashboardId(), request);
  }

  Visualization change(
      String token,
      Visits.Cookies cookies,
      VisualizationId id,
      VisualizationChange change,
      @Nullable String ifMatch) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    return visualizations.change(holder, id, change, ifMatch);
  }

  void delete(String token, Visits.Cookies cookies, VisualizationId id, @Nullable String ifMatch) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    visualizations.delete(holder, id, ifMatch);
  }
}
