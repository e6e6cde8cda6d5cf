package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import com.streamdata.dashboard.DashboardService;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Tile;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.ask.Format;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.Shape;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import com.streamdata.share.CookieJar;
import com.streamdata.share.PublicDashboardErrors;
import com.streamdata.share.PublicVisits;
import com.streamdata.visualization.DashboardQueries;
import com.streamdata.visualization.Visualization;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Runs the saved queries of a panel for the viewers of a public dashboard, each check in its order
 * (observed behaviour, 1.4 and 2.6 to 2.8). Nothing that is sent can add to or change a query.
 */
@Service
final class PanelQueryService {
  private final PublicVisits visits;
  private final DashboardService dashboards;
  private final GrafanaDashboardService grafana;
  private final DashboardQueries queries;
  private final InstantSource clock;

  PanelQueryService(
      PublicVisits visits,
      DashboardService dashboards,
      GrafanaDashboardService grafana,
      DashboardQueries queries,
      InstantSource clock) {
    this.visits = visits;
    this.dashboards = dashboards;
    this.grafana = grafana;
    this.queries = queries;
    this.clock = clock;
  }

  /**
   * Results, and for how long the same question may be answered with them.
   *
   * @param fresh whether no row has changed that they were made of
   */
  record Answered(QueryResults results, PublicVisits.Visit visit, BooleanSupplier fresh) {}

  /** A panel's query and how its rows are drawn. */
  private record Panel(SavedQuery query, Shape shape) {}

  /**
   * @param body read only when its turn has come
   * @throws AppException with the code of the first check that fails
   */
  Answered query(String token, CookieJar cookies, String panelText, Supplier<PanelRequest> body) {
    visits.requireForm(token);
    long panelId = panelId(panelText);
    PanelRequest request = body.get();
    PublicVisits.Visit visit = visits.enter(token, cookies);
    require(request.interval() >= 0, PublicDashboardErrors.INVALID_INTERVAL);
    require(request.points() >= 0, PublicDashboardErrors.MAX_DATA_POINTS);
    Optional<TimeRange> chosen =
        visit.timeSelection() ? Optional.of(range(request)) : Optional.empty();
    DashboardView dashboard = dashboard(visit.holder());
    JsonNode json = grafana.json(visit.holder(), visit.holder().dashboardId());
    Panel panel = panel(dashboard, json, panelId);
    TimeRange range = chosen.orElseGet(() -> usual(dashboard, json, panelId));
    BooleanSupplier fresh = queries.unchanged(dashboard.id(), panel.query());
    return new Answered(
        run(visit, dashboard, panel, asked(visit, request, dashboard, range)), visit, fresh);
  }

  private static long panelId(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.INVALID_PANEL_ID);
    }
  }

  private static TimeRange range(PanelRequest request) {
    PanelRequest.Times times = request.timeRange();
    return Optional.ofNullable(times)
        .flatMap(sent -> GrafanaTime.range(sent.from(), sent.to()))
        .orElseThrow(() -> PublicDashboardErrors.of(PublicDashboardErrors.INVALID_TIME_RANGE));
  }

  private DashboardView dashboard(Caller.ShareHolder holder) {
    try {
      return dashboards.get(holder, holder.dashboardId());
    } catch (AppException _) {
      throw PublicDashboardErrors.of(PublicDashboardErrors.DASHBOARD_NOT_FOUND);
    }
  }

  private static Panel panel(DashboardView dashboard, JsonNode json, long id) {
    for (Visualization visualization : dashboard.visualizations()) {
      if (visualization.panelId() == id) {
        return new Panel(visualization.query(), visualization.type().shape());
      }
    }
    List<Tile> tiles = dashboard.tiles();
    for (int i = 0; i < tiles.size(); i++) {
      Long own = tiles.get(i).panelId();
      if ((own == null ? i + 1 : own) == id) {
        return new Panel(tiles.get(i).query(), Shape.METRIC);
      }
    }
    boolean known = GrafanaPanels.of(json).stream().anyMatch(panel -> panel.id() == id);
    throw PublicDashboardErrors.of(
        known
            ? PublicDashboardErrors.PANEL_QUERIES_NOT_FOUND
            : PublicDashboardErrors.PANEL_NOT_FOUND);
  }

  /** The dashboard's time; a panel on top may begin at another one. */
  private static TimeRange usual(DashboardView dashboard, JsonNode json, long panelId) {
    TimeRange usual = dashboard.timeRange() == null ? TimeRange.ALL : dashboard.timeRange();
    JsonNode time = json.path("time");
    TimeRange range =
        GrafanaTime.range(Lenient.text(time, "from"), Lenient.text(time, "to")).orElse(usual);
    return GrafanaPanels.onTop(json, panelId)
        .map(panel -> Lenient.text(panel, "timeFrom"))
        .flatMap(from -> GrafanaTime.range(from, "now"))
        .map(own -> new TimeRange(own.from(), range.to()))
        .orElse(range);
  }

  private Asked asked(
      PublicVisits.Visit visit, PanelRequest request, DashboardView dashboard, TimeRange wanted) {
    ZoneId own = ZoneId.of(dashboard.timeZone());
    ZoneId zone = visit.timeSelection() ? zone(request.timeRange()).orElse(own) : own;
    TimeRange range = GrafanaTime.orNowhere(wanted, clock.instant(), zone);
    GrafanaInterval interval =
        GrafanaInterval.of(
            range.resolve(clock.instant(), zone), request.interval(), request.points());
    Duration step = interval.intervalMs() == 0 ? null : Duration.ofMillis(interval.intervalMs());
    return new Asked(
        range,
        zone,
        step,
        visit.variableSelection() ? chosen(request, dashboard.variables()) : Map.of());
  }

  private static Optional<ZoneId> zone(PanelRequest.@Nullable Times times) {
    try {
      return Optional.ofNullable(times)
          .map(PanelRequest.Times::timezone)
          .filter(name -> ZoneId.getAvailableZoneIds().contains(name))
          .map(ZoneId::of);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Of variables that are shown; others are ignored. */
  private static Map<String, List<String>> chosen(PanelRequest request, List<Variable> known) {
    Map<String, List<String>> chosen = new HashMap<>();
    for (Variable variable : known) {
      List<String> values =
          request.variables() == null ? null : request.variables().get(variable.name());
      if (values != null && !variable.hidden()) {
        chosen.put(variable.name(), values);
      }
    }
    return chosen;
  }

  private QueryResults run(
      PublicVisits.Visit visit, DashboardView dashboard, Panel panel, Asked asked) {
    return switch (panel.query()) {
      case SqlQuery sql -> {
        require(!sql.shown().isEmpty(), PublicDashboardErrors.PANEL_QUERIES_NOT_FOUND);
        yield QueryResults.of(queries.runEach(visit.holder(), dashboard.id(), sql, asked));
      }
      case Query _ -> columns(visit, dashboard, panel, asked);
    };
  }

  private QueryResults columns(
      PublicVisits.Visit visit, DashboardView dashboard, Panel panel, Asked asked) {
    SortedMap<String, QueryResults.Result> results = new TreeMap<>();
    results.put("A", result(visit, dashboard, panel, asked));
    return new QueryResults(results);
  }

  private QueryResults.Result result(
      PublicVisits.Visit visit, DashboardView dashboard, Panel panel, Asked asked) {
    try {
      Answer answer =
          queries.run(visit.holder(), dashboard.id(), panel.shape(), panel.query(), asked).answer();
      Format format = panel.shape() == Shape.TABLE ? Format.TABLE : Format.TIME_SERIES;
      return QueryResults.Result.of(Frames.of("A", format, answer.table()));
    } catch (AppException e) {
      return QueryResults.Result.failed(e);
    }
  }

  private static void require(boolean holds, ErrorCode otherwise) {
    if (!holds) {
      throw PublicDashboardErrors.of(otherwise);
    }
  }
}
