package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Right;
import com.streamdata.access.VisualizationId;
import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Note;
import com.streamdata.dashboard.Tile;
import com.streamdata.query.ask.Measure;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.X;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Choice;
import com.streamdata.query.variable.Variable;
import com.streamdata.visualization.DisplayOptions;
import com.streamdata.visualization.Frame;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.Visualization;
import java.util.ArrayList;
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
 * @param notes panels that are told of and not drawn
 * @param timeSelection whether {@code from} and {@code to} of the visitor count
 * @param annotations whether there are annotations to be asked for
 * @param variables whose values the visitor may choose; empty where the share does not let them
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
    List<SharedNote> notes,
    boolean timeSelection,
    boolean annotations,
    List<SharedVariable> variables,
    int refreshSeconds,
    @Nullable DashboardView edit) {
  /** How often an open page asks again. */
  private static final int REFRESH_SECONDS = 30;

  /** A panel in words. */
  record SharedNote(String title, String text, Place place) {
    static SharedNote of(Note note) {
      return new SharedNote(note.title(), note.text(), note.place());
    }
  }

  /** A variable whose value may be chosen: sent as {@code var-<name>}. */
  record SharedVariable(
      String name, String label, List<Choice> choices, List<String> current, boolean multi) {
    static SharedVariable of(Variable variable) {
      List<Choice> choices = new ArrayList<>(variable.choices());
      if (variable.includeAll()) {
        choices.addFirst(new Choice("All", Variable.ALL));
      }
      return new SharedVariable(
          variable.name(),
          variable.label() == null ? variable.name() : variable.label(),
          choices,
          variable.current(),
          variable.multi());
    }
  }

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
   * @param panelId by which annotations name it
   * @param x what runs along it; with {@code series} and {@code measures} absent where the columns'
   *     types say it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SharedVisualization(
      VisualizationId id,
      String type,
      String title,
      DisplayOptions options,
      long panelId,
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
          visualization.panelId(),
          visualization.place(),
          drawn == null ? null : drawn.x(),
          drawn == null ? null : drawn.series(),
          drawn == null ? null : drawn.measures().stream().map(Measure::name).toList());
    }
  }

  /** A whole dashboard. */
  static SharedDashboard of(DashboardView dashboard, Share share) {
    List<Tile> tiles = dashboard.tiles();
    return new SharedDashboard(
        dashboard.name(),
        "dashboard",
        share.access(),
        dashboard.timeZone(),
        dashboard.timeRange(),
        IntStream.range(0, tiles.size()).mapToObj(i -> SharedTile.of(i, tiles.get(i))).toList(),
        dashboard.visualizations().stream().map(SharedVisualization::of).toList(),
        dashboard.notes().stream().map(SharedNote::of).toList(),
        share.timeSelection(),
        share.annotations(),
        choosable(dashboard.variables(), share),
        REFRESH_SECONDS,
        share.access() == Right.EDIT ? dashboard : null);
  }

  /** One visualization and nothing else of its dashboard but how its times are shown. */
  static SharedDashboard of(Visualization visualization, Frame frame, Share share) {
    return new SharedDashboard(
        visualization.title(),
        "visualization",
        Right.VIEW,
        frame.timeZone(),
        frame.timeFrom() == null && frame.timeTo() == null ? null : frame.usual(),
        List.of(),
        List.of(SharedVisualization.of(visualization)),
        List.of(),
        share.timeSelection(),
        false,
        choosable(frame.variableList(), share),
        REFRESH_SECONDS,
        null);
  }

  private static List<SharedVariable> choosable(List<Variable> variables, Share share) {
    return share.variableSelection()
        ? variables.stream().filter(variable -> !variable.hidden()).map(SharedVariable::of).toList()
        : List.of();
  }
}
