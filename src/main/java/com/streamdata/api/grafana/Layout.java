package com.streamdata.api.grafana;

import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Tile;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.Visualization;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the panels of a dashboard are on one grid: those without a place where the pages show them,
 * which is key metrics on top and visualizations two by two (docs/display-options.md).
 *
 * @param tiles one for each tile
 * @param visualizations one for each visualization
 */
record Layout(List<Place> tiles, List<Place> visualizations) {
  private static final int TILE_WIDTH = 8;
  private static final int TILE_HEIGHT = 4;
  private static final int WIDTH = 12;
  private static final int HEIGHT = 9;

  static Layout of(DashboardView dashboard) {
    List<Place> tiles = tiles(dashboard.tiles());
    boolean row = dashboard.tiles().stream().anyMatch(tile -> tile.place() == null);
    int top = row ? TILE_HEIGHT : 0;
    List<@Nullable Place> wanted = wanted(dashboard.visualizations());
    int bottom = bottom(dashboard, wanted);
    List<Place> visualizations = new ArrayList<>();
    int free = 0;
    for (Place place : wanted) {
      Place own =
          place == null
              ? new Place(free % 2 * WIDTH, bottom + free++ / 2 * HEIGHT, WIDTH, HEIGHT)
              : place;
      visualizations.add(Grid.down(own, top));
    }
    return new Layout(tiles, visualizations);
  }

  private static List<Place> tiles(List<Tile> tiles) {
    return IntStream.range(0, tiles.size())
        .mapToObj(i ->
            Objects.requireNonNullElseGet(
                tiles.get(i).place(),
                () -> new Place(i % 3 * TILE_WIDTH, 0, TILE_WIDTH, TILE_HEIGHT)))
        .toList();
  }

  /** Places of their own, else those of the display options if all have one. */
  private static List<@Nullable Place> wanted(List<Visualization> visualizations) {
    List<@Nullable Place> grid = new ArrayList<>();
    List<@Nullable Place> own = new ArrayList<>();
    for (Visualization each : visualizations) {
      JsonNode written = each.options().json().path("grid");
      grid.add(written.isObject() ? Grid.read(written) : null);
      own.add(each.place());
    }
    boolean all = own.stream().allMatch(Objects::isNull) && !grid.contains(null);
    return all ? grid : own;
  }

  private static int bottom(DashboardView dashboard, List<@Nullable Place> visualizations) {
    return Stream.concat(
            Stream.concat(
                visualizations.stream().filter(Objects::nonNull),
                dashboard.tiles().stream().map(Tile::place).filter(Objects::nonNull)),
            dashboard.notes().stream().map(note -> note.place()))
        .mapToInt(place -> place.y() + place.h())
        .max()
        .orElse(0);
  }
}
