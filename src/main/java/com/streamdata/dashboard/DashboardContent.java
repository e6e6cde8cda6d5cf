package com.streamdata.dashboard;

import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import com.streamdata.query.variable.Variable;
import com.streamdata.visualization.NewVisualization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a dashboard is to show, as it came from elsewhere. Every visualization and every note
 * has a panel number of its own; tiles without one have theirs by their index.
 *
 * @param name see {@link DashboardName}
 * @param timeZone IANA name
 */
public record DashboardContent(
    String name,
    String timeZone,
    TimeRange range,
    List<Filter> filters,
    List<Variable> variables,
    List<Tile> tiles,
    List<NewVisualization> visualizations,
    List<Note> notes) {
  public DashboardContent {
    new DashboardName(name);
    new TimeZoneName(timeZone);
    filters = List.copyOf(filters);
    variables = List.copyOf(variables);
    tiles = List.copyOf(tiles);
    visualizations = List.copyOf(visualizations);
    notes = List.copyOf(notes);
  }

  /** The same with other panels. */
  DashboardContent with(
      List<Tile> otherTiles, List<NewVisualization> otherVisualizations, List<Note> more) {
    List<Note> all = new ArrayList<>(notes);
    all.addAll(more);
    return new DashboardContent(
        name, timeZone, range, filters, variables, otherTiles, otherVisualizations, all);
  }

  /** The numbers of what is drawn. */
  List<Long> drawn() {
    return Stream.concat(
            tiles.stream().map(Tile::panelId),
            visualizations.stream().map(NewVisualization::panelId))
        .filter(java.util.Objects::nonNull)
        .sorted()
        .toList();
  }
}
