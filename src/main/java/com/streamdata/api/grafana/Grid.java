package com.streamdata.api.grafana;

import com.streamdata.visualization.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Grafana's grid of 24 columns. */
final class Grid {
  static final int COLUMNS = 24;
  private static final int LOWEST = 90_000;
  private static final int HIGHEST = 200;
  private static final int USUAL_WIDTH = 12;
  private static final int USUAL_HEIGHT = 8;

  private Grid() {}

  /** Where a {@code gridPos} says, cut to what is on the grid. */
  static Place read(JsonNode gridPos) {
    int x = Lenient.within(gridPos, "x", 0, COLUMNS - 1, 0);
    return new Place(
        x,
        Lenient.within(gridPos, "y", 0, LOWEST, 0),
        Lenient.within(gridPos, "w", 1, COLUMNS - x, USUAL_WIDTH),
        Lenient.within(gridPos, "h", 1, HIGHEST, USUAL_HEIGHT));
  }

  static ObjectNode write(Place place) {
    ObjectNode gridPos = JsonNodeFactory.instance.objectNode();
    return gridPos.put("h", place.h()).put("w", place.w()).put("x", place.x()).put("y", place.y());
  }

  static Place down(Place place, int rows) {
    return new Place(
        place.x(), Math.clamp((long) place.y() + rows, 0, LOWEST), place.w(), place.h());
  }

  /** The same in the same order, those that lie over another moved down to where there is room. */
  static List<Place> apart(List<Place> places) {
    int[] filled = new int[COLUMNS];
    Map<Place, Place> moved = new IdentityHashMap<>();
    List<Place> fromAbove = new ArrayList<>(places);
    fromAbove.sort(Comparator.comparingInt(Place::y).thenComparingInt(Place::x));
    for (Place place : fromAbove) {
      int y = place.y();
      for (int x = place.x(); x < place.x() + place.w(); x++) {
        y = Math.max(y, filled[x]);
      }
      for (int x = place.x(); x < place.x() + place.w(); x++) {
        filled[x] = y + place.h();
      }
      moved.put(place, down(place, y - place.y()));
    }
    return places.stream().map(moved::get).toList();
  }
}
