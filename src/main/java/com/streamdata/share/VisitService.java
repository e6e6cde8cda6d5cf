package com.streamdata.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.Caller;
import com.streamdata.access.ShareId;
import com.streamdata.access.SourceId;
import com.streamdata.access.VisualizationId;
import com.streamdata.dashboard.AnnotationService;
import com.streamdata.dashboard.AnnotationView;
import com.streamdata.dashboard.DashboardChange;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Tile;
import com.streamdata.dashboard.TileService;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.query.Answer;
import com.streamdata.query.Asked;
import com.streamdata.query.QueryService;
import com.streamdata.visualization.DashboardQueries;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.Visualization;
import com.streamdata.visualization.VisualizationChange;
import com.streamdata.visualization.VisualizationService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a visitor of a link sees and, with an edit link, changes. Every call first lets the visitor
 * in and then asks the services as the share's holder: what that caller may do is decided there.
 */
@Service
final class VisitService {
  private static final int MOST_CACHED = 10_000;

  private final Visits visits;
  private final DashboardService dashboards;
  private final TileService tiles;
  private final VisualizationService visualizations;
  private final QueryService queries;
  private final AnnotationService annotations;
  private final InstantSource clock;
  private final DashboardQueries panels;
  private final Database database;
  private final Cache<ShareId, Shape> shapes =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  VisitService(
      Database database,
      Visits visits,
      DashboardService dashboards,
      TileService tiles,
      VisualizationService visualizations,
      QueryService queries,
      AnnotationService annotations,
      InstantSource clock,
      DashboardQueries panels) {
    this.database = database;
    this.visits = visits;
    this.dashboards = dashboards;
    this.tiles = tiles;
    this.visualizations = visualizations;
    this.queries = queries;
    this.annotations = annotations;
    this.clock = clock;
    this.panels = panels;
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

  Shown<Answer> data(String token, CookieJar cookies, VisualizationId id, VisitorChoice choice) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    Asked asked = asked(holder, id, visit.share(), choice);
    return new Shown<>(visit, visualizations.data(holder, id, asked));
  }

  private Asked asked(
      Caller.ShareHolder holder, VisualizationId id, Share share, VisitorChoice choice) {
    return choice.allowedBy(
        share,
        share.variableSelection() ? visualizations.frame(holder, id).variableList() : List.of());
  }

  Shown<Answer> tile(String token, CookieJar cookies, int index, VisitorChoice choice) {
    Visits.Visit visit = visits.enter(token, cookies);
    Caller.ShareHolder holder = visit.share().holder();
    Asked asked =
        choice.allowedBy(
            visit.share(),
            visit.share().variableSelection()
                ? dashboards.get(holder, holder.dashboardId()).variables()
                : List.of());
    return new Shown<>(visit, tiles.data(holder, holder.dashboardId(), index, asked));
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

  /** Whether an answer is what the same question would get now. */
  boolean isNewest(Answer answer) {
    return queries.isNewest(answer);
  }

  /**
   * A name for all that a visitor is shown, another one as soon as anything of it changes.
   *
   * @return empty when the visitor is not let in any more
   */
  Optional<String> state(String token, CookieJar cookies) {
    try {
      Share share = visits.enter(token, cookies).share();
      Caller.ShareHolder holder = share.holder();
      Shape shape = shapes.get(holder.shareId(), _ -> shape(holder));
      if (shape.generation() != database.generation()) {
        shape = shape(holder);
        shapes.put(holder.shareId(), shape);
      }
      return Optional.of(
          share.policy()
              + shape.version()
              + shape.sources().stream()
                  .map(source -> "." + queries.versionOf(source))
                  .collect(Collectors.joining()));
    } catch (AppException _) {
      return Optional.empty();
    }
  }

  /** What is shown, apart from its rows. */
  private record Shape(long generation, long version, List<SourceId> sources) {}

  private Shape shape(Caller.ShareHolder holder) {
    long generation = database.generation();
    VisualizationId only = holder.visualizationId();
    if (only != null) {
      Visualization one = visualizations.get(holder, only);
      return new Shape(
          generation, one.version(), List.copyOf(panels.sources(one.dashboardId(), one.query())));
    }
    DashboardView dashboard = dashboards.get(holder, holder.dashboardId());
    List<SourceId> sources =
        Stream.concat(
                dashboard.visualizations().stream().map(Visualization::query),
                dashboard.tiles().stream().map(Tile::query))
            .flatMap(query -> panels.sources(dashboard.id(), query).stream())
            .distinct()
            .toList();
    return new Shape(generation, dashboard.version(), sources);
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
