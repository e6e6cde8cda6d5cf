package com.streamdata.api.grafana;

import com.streamdata.visualization.PanelNumbers;
import com.streamdata.visualization.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Finds the panels of a dashboard: those on top and those in closed rows, which are opened here.
 * The same JSON always gives the same panels with the same numbers.
 */
final class GrafanaPanels {
  static final int MOST = 1_000;

  private final List<JsonNode> found = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private int opened;

  private GrafanaPanels() {}

  /** In the order of the JSON, at most a thousand. */
  static List<GrafanaPanel> of(JsonNode dashboard) {
    GrafanaPanels panels = new GrafanaPanels();
    panels.add(Lenient.objects(dashboard, "panels"));
    return panels.numbered();
  }

  /** A panel that is in no row; those in closed rows never have a time of their own (2.6). */
  static Optional<JsonNode> onTop(JsonNode dashboard, long id) {
    return Lenient.objects(dashboard, "panels").stream()
        .filter(panel -> Lenient.whole(panel, "id").equals(OptionalLong.of(id)))
        .findFirst();
  }

  private void add(List<JsonNode> panels) {
    for (JsonNode panel : panels) {
      if (found.size() < MOST) {
        Place place = Grid.down(Grid.read(panel.path("gridPos")), opened);
        add(panel, place);
        if (Lenient.text(panel, "type").equals("row")) {
          open(Lenient.objects(panel, "panels"), place.y() + place.h());
        }
      }
    }
  }

  private void add(JsonNode panel, Place place) {
    found.add(panel);
    places.add(place);
  }

  /** Puts what is in a closed row under it, and what comes later below that. */
  private void open(List<JsonNode> inside, int top) {
    int highest =
        inside.stream().mapToInt(panel -> Grid.read(panel.path("gridPos")).y()).min().orElse(0);
    int bottom = top;
    for (JsonNode panel : inside) {
      Place place = Grid.read(panel.path("gridPos"));
      Place under = Grid.down(place, top - highest);
      if (found.size() < MOST) {
        add(panel, under);
        bottom = Math.max(bottom, under.y() + under.h());
      }
    }
    opened += bottom - top;
  }

  /** Of two with the same number the last keeps it; others get numbers that nobody has. */
  private List<GrafanaPanel> numbered() {
    List<Place> apart = Grid.apart(places);
    long[] ids = new long[found.size()];
    Set<Long> taken = new HashSet<>();
    for (int i = ids.length - 1; i >= 0; i--) {
      OptionalLong id = Lenient.whole(found.get(i), "id");
      boolean own = id.isPresent() && isNumber(id.getAsLong()) && taken.add(id.getAsLong());
      ids[i] = own ? id.getAsLong() : 0;
    }
    long next = 1;
    List<GrafanaPanel> numbered = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      while (ids[i] == 0 && !taken.add(next)) {
        next++;
      }
      numbered.add(new GrafanaPanel(ids[i] == 0 ? next : ids[i], found.get(i), apart.get(i)));
    }
    return numbered;
  }

  private static boolean isNumber(long id) {
    return id >= 1 && id <= PanelNumbers.LARGEST;
  }
}
