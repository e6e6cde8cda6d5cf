package com.streamdata.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.access.VisualizationId;
import com.streamdata.live.Part;
import com.streamdata.live.Pass;
import com.streamdata.live.Show;
import com.streamdata.live.Watch;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.source.Outage;
import com.streamdata.visualization.Current;
import com.streamdata.visualization.DashboardQueries;
import com.streamdata.visualization.DataView;
import com.streamdata.visualization.Visualization;
import com.streamdata.visualization.VisualizationService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What open pages show of dashboards, as parts that are made again when their rows change. */
@Component
public final class LiveDashboards {
  /** Sessions end by themselves. */
  private static final Duration LOOKS_AGAIN_AFTER = Duration.ofSeconds(30);

  private final Access access;
  private final InstantSource clock;
  private final DashboardService dashboards;
  private final VisualizationService visualizations;
  private final TileService tiles;
  private final DashboardQueries queries;
  private final JsonMapper json;

  /** By identity: pages that see the same by different rights share it. */
  private final Cache<Answer, Written> written = Caffeine.newBuilder().weakKeys().build();

  private record Written(@Nullable Outage outage, byte[] json) {}

  LiveDashboards(
      Access access,
      InstantSource clock,
      DashboardService dashboards,
      VisualizationService visualizations,
      TileService tiles,
      DashboardQueries queries,
      JsonMapper json) {
    this.access = access;
    this.clock = clock;
    this.dashboards = dashboards;
    this.visualizations = visualizations;
    this.tiles = tiles;
    this.queries = queries;
    this.json = json;
  }

  /**
   * What an open page of somebody with an account is to be sent.
   *
   * @param again finds out who is asking as often as asked
   */
  Watch watch(Caller caller, Supplier<Caller> again, DashboardId id, Asked asked) {
    Caller.Account account = access.requireAccount(caller);
    dashboards.get(account, id);
    Pass pass =
        () -> {
          access.require(again.get(), Action.DASHBOARDS_READ, new Target.OfDashboard(id));
          return clock.instant().plus(LOOKS_AGAIN_AFTER);
        };
    return new Watch(
        account.userId(), List.of(account, id, asked), () -> show(account, id, asked, ""), pass);
  }

  /**
   * A whole dashboard: its tiles are t0, t1 …, its visualizations v and their id.
   *
   * @param policy letters that change with what else the page shows
   * @throws com.streamdata.error.AppException as what it shows would: not-found, invalid
   */
  public Show show(Caller caller, DashboardId id, Asked asked, String policy) {
    DashboardView dashboard = dashboards.get(caller, id);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < dashboard.tiles().size(); i++) {
      int index = i;
      parts.add(
          new Part(
              "t" + i,
              state(id, dashboard.tiles().get(i).query(), asked),
              () -> write(tiles.latest(caller, id, index, asked))));
    }
    dashboard.visualizations().forEach(each -> parts.add(part(caller, each, asked)));
    return new Show(dashboard.version() + "-" + policy, parts);
  }

  /** One visualization alone, see {@link #show}. */
  public Show show(Caller caller, VisualizationId id, Asked asked, String policy) {
    Visualization one = visualizations.get(caller, id);
    Part part = part(caller, one, asked);
    String frame = Integer.toHexString(visualizations.frame(caller, id).hashCode());
    return new Show(one.version() + "-" + frame + "-" + policy, List.of(part));
  }

  private Part part(Caller caller, Visualization visualization, Asked asked) {
    return new Part(
        "v" + visualization.id(),
        state(visualization.dashboardId(), visualization.query(), asked),
        () -> write(visualizations.latest(caller, visualization.id(), asked)));
  }

  private Supplier<Object> state(DashboardId dashboard, SavedQuery query, Asked asked) {
    return queries.state(dashboard, query, asked);
  }

  private Part.Result write(Current current) {
    Current whole = new Current(current.answer(), false, current.outage());
    Written bytes =
        written
            .asMap()
            .compute(
                current.answer(),
                (_, before) ->
                    before != null && Objects.equals(before.outage(), current.outage())
                        ? before
                        : new Written(
                            current.outage(), json.writeValueAsBytes(DataView.of(whole))));
    return new Part.Result(bytes.json(), current.stale());
  }
}
