package com.streamdata.share;

import com.streamdata.access.Caller;
import com.streamdata.access.VisualizationId;
import com.streamdata.dashboard.AnnotationService;
import com.streamdata.dashboard.AnnotationView;
import com.streamdata.dashboard.DashboardChange;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.LiveDashboards;
import com.streamdata.dashboard.Tile;
import com.streamdata.dashboard.TileService;
import com.streamdata.live.Show;
import com.streamdata.live.Watch;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.visualization.Current;
import com.streamdata.visualization.DashboardQueries;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.Visualization;
import com.streamdata.visualization.VisualizationChange;
import com.streamdata.visualization.VisualizationService;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  private final DashboardQueries queries;
  private final AnnotationService annotations;
  private final LiveDashboards live;

  VisitService(
      Visits visits,
      DashboardService dashboards,
      TileService tiles,
      VisualizationService visualizations,
      DashboardQueries queries,
      AnnotationService annotations,
      LiveDashboards live) {
    this.visits = visits;
    this.dashboards = dashboards;
    this.tiles = tiles;
    this.visualizations = visualizations;
    this.queries = queries;
    this.annotations = annotations;
    this.live = live;
  }

  /** What was shared, with the visit that it was shown to. */
  record Shown<T>(Visits.Visit visit, T value) {}

  Shown<SharedDashboard> dashboard(String token, CookieJar cookies) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    SharedDashboard shown =
        holder.visualizationId() == null
            ? SharedDashboard.of(dashboards.get(holder, holder.dashboardId()), visit.share())
            : one(holder, holder.visualizationId(), visit.share());
    return new Shown<>(visit, shown);
  }

  private SharedDashboard one(Caller.ShareHolder holder, VisualizationId id, Share share) {
    Visualization visualization = visualizations.get(holder, id);
    return SharedDashboard.of(visualization, visualizations.frame(holder, id), share);
  }

  Shown<Current> data(String token, CookieJar cookies, VisualizationId id, VisitorChoice choice) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    Asked asked = asked(holder, id, visit.share(), choice);
    return new Shown<>(visit, visualizations.latest(holder, id, asked));
  }

  private Asked asked(
      Caller.ShareHolder holder, VisualizationId id, Share share, VisitorChoice choice) {
    return choice.allowedBy(
        share,
        share.variableSelection() ? visualizations.frame(holder, id).variableList() : List.of());
  }

  Shown<Current> tile(String token, CookieJar cookies, int index, VisitorChoice choice) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    Asked asked = askedOfAll(holder, visit.share(), choice);
    return new Shown<>(visit, tiles.latest(holder, holder.dashboardId(), index, asked));
  }

  private Asked askedOfAll(Caller.ShareHolder holder, Share share, VisitorChoice choice) {
    return choice.allowedBy(
        share,
        share.variableSelection()
            ? dashboards.get(holder, holder.dashboardId()).variables()
            : List.of());
  }

  /**
   * The dashboard's own annotations within the time that is shown; none unless the share has them.
   */
  Shown<List<AnnotationView>> annotations(String token, CookieJar cookies, VisitorChoice choice) {
    Visits.Visit visit = visits.enter(token, cookies);
    Share share = visit.share();
    if (!share.annotations() || share.visualizationId() != null) {
      return new Shown<>(visit, List.of());
    }
    DashboardView dashboard = dashboards.get(share.holder(), share.dashboardId());
    List<AnnotationView> found = annotations.during(share.holder(), dashboard, choice.range(share));
    return new Shown<>(visit, found);
  }

  /** Whether the same question would get the same now. */
  boolean isNewest(Current current) {
    return queries.isNewest(current);
  }

  /** What an open page of a visitor is to be sent. */
  Watch watch(String token, CookieJar cookies, VisitorChoice choice) {
    Share share = visits.enter(token, cookies).share();
    Caller.ShareHolder holder = share.holder();
    VisualizationId only = holder.visualizationId();
    String policy = share.policy();
    Asked asked;
    Supplier<Show> show;
    if (only == null) {
      asked = askedOfAll(holder, share, choice);
      show = () -> live.show(holder, holder.dashboardId(), asked, policy);
    } else {
      asked = asked(holder, only, share, choice);
      show = () -> live.show(holder, only, asked, policy);
    }
    return new Watch(
        holder.shareId(),
        List.of(holder, asked, policy),
        show,
        () -> still(token, cookies, policy));
  }

  /** What may be asked for is looked at when a stream is opened, so it is opened again. */
  private Instant still(String token, CookieJar cookies, String policy) {
    Visits.Visit visit = visits.enter(token, cookies);
    if (!visit.share().policy().equals(policy)) {
      throw ShareErrors.notFound();
    }
    return visit.until() == null ? Instant.MAX : visit.until();
  }

  SharedDashboard change(
      String token, CookieJar cookies, DashboardChange.ByLink change, @Nullable String ifMatch) {
    Share share = visits.enter(token, cookies).share();
    return SharedDashboard.of(
        dashboards.change(share.holder(), share.dashboardId(), change.whole(), ifMatch), share);
  }

  Visualization add(String token, CookieJar cookies, NewVisualization request) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    return visualizations.create(holder, holder.dashboardId(), request);
  }

  /**
   * The data that a visualization would draw if it were made by this link.
   *
   * @throws com.streamdata.error.AppException as for making it
   */
  Current preview(String token, CookieJar cookies, NewVisualization request, VisitorChoice choice) {
    Share share = visits.enter(token, cookies).share();
    Caller.ShareHolder holder = share.holder();
    DashboardView dashboard = dashboards.get(holder, holder.dashboardId());
    List<SavedQuery> kept =
        Stream.concat(
                dashboard.tiles().stream().map(Tile::query),
                dashboard.visualizations().stream().map(Visualization::query))
            .toList();
    Asked asked = askedOfAll(holder, share, choice);
    return visualizations.preview(holder, holder.dashboardId(), request, asked, kept);
  }

  Visualization change(
      String token,
      CookieJar cookies,
      VisualizationId id,
      VisualizationChange change,
      @Nullable String ifMatch) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    return visualizations.change(holder, id, change, ifMatch);
  }

  void delete(String token, CookieJar cookies, VisualizationId id, @Nullable String ifMatch) {
    Caller.ShareHolder holder = visits.enter(token, cookies).share().holder();
    visualizations.delete(holder, id, ifMatch);
  }
}
