package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Right;
import com.streamdata.access.VisualizationId;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Tile;
import com.streamdata.query.Measure;
import com.streamdata.query.Query;
import com.streamdata.query.TimeRange;
import com.streamdata.query.X;
import com.streamdata.visualization.DisplayOptions;
import com.streamdata.visualization.Frame;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.Visualization;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a visitor may see of what is shared: enough to draw it, no queries, no sources, no ids of
 * other things.
 *
 * @param kind {@code dashboard} or {@code visualization}
 * @param timeRange shown by default; null for everything
 * @param edit what the holder of an edit link needs to change it; null for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharedDashboard(
    String title,
    String kind,
    Right access,
    String timeZone,
    @Nullable TimeRange timeRange,
    List<SharedTile> tiles,
    List<SharedVisualization> visualizations,
    int refreshSeconds,
    @Nullable DashboardView edit) {
  /** How often an open page asks again. */
  private static final int REFRESH_SECONDS = 30;

  /** A key metric; its number is asked for by its index. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SharedTile(int index, String title, @Nullable JsonNode options, @Nullable Place place) {
    static SharedTile of(int index, Tile tile) {
      return new SharedTile(index, tile.title(), tile.options(), tile.place());
    }
  }

  /**
   * A visualization; its data is asked for by its id.
   *
   * @param x what runs along it; with {@code series} and {@code measures} absent where the columns'
   *     types say it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SharedVisualization(
      VisualizationId id,
      String type,
      String title,
      DisplayOptions options,
      @Nullable Place place,
      @Nullable X x,
      @Nullable String series,
      @Nullable List<String> measures) {
    static SharedVisualization of(Visualization visualization) {
      Query drawn = visualization.query() instanceof Query query ? query : null;
      return new SharedVisualization(
          visualization.id(),
          visualization.type().wireName(),
          visualization.title(),
          visualization.options(),
          visualization.place(),
          drawn == null ? null : drawn.x(),
          drawn == null ? null : drawn.series(),
          drawn == null ? null : drawn.measures().stream().map(Measure::name).toList());
    }
  }

  /** A whole dashboard. */
  static SharedDashboard of(DashboardView dashboard, Right right) {
    List<Tile> tiles = dashboard.tiles();
    return new SharedDashboard(
        dashboard.name(),
        "dashboard",
        right,
        dashboard.timeZone(),
        dashboard.timeRange(),
        IntStream.range(0, tiles.size()).mapToObj(i -> SharedTile.of(i, tiles.get(i))).toList(),
        dashboard.visualizations().stream().map(SharedVisualization::of).toList(),
        REFRESH_SECONDS,
        right == Right.EDIT ? dashboard : null);
  }

  /** One visualization and nothing else of its dashboard but how its times are shown. */
  static SharedDashboard of(Visualization visualization, Frame frame) {
    return new SharedDashboard(
        visualization.title(),
        "visualization",
        Right.VIEW,
        frame.timeZone(),
        frame.timeFrom() == null && frame.timeTo() == null ? null : frame.usual(),
        List.of(),
        List.of(SharedVisualization.of(visualization)),
        REFRESH_SECONDS,
        null);
  }
}
