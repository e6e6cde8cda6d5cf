package com.streamdata.visualization;

import com.streamdata.access.DashboardId;
import com.streamdata.error.Checks;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The numbers of a dashboard's panels, be they visualizations, tiles or notes: no two have the
 * same.
 *
 * @param taken those that somebody has
 */
public record PanelNumbers(Set<Long> taken) {
  /** The largest that is exact in every JSON reader. */
  public static final long LARGEST = 9_007_199_254_740_991L;

  private static final long FIRST = 101;

  public PanelNumbers {
    taken = new HashSet<>(taken);
  }

  /** Of everything on a dashboard. */
  static PanelNumbers of(Handle handle, DashboardId dashboard) {
    PanelNumbers numbers = withoutTiles(handle, dashboard);
    JsonNode tiles = read(handle.attach(VisualizationStore.class).tiles(dashboard));
    for (int i = 0; i < tiles.size(); i++) {
      numbers.taken.add(tiles.path(i).path("panel_id").asLong(i + 1L));
    }
    return numbers;
  }

  /** Of everything on a dashboard but its tiles. */
  public static PanelNumbers withoutTiles(Handle handle, DashboardId dashboard) {
    VisualizationStore store = handle.attach(VisualizationStore.class);
    PanelNumbers numbers = new PanelNumbers(store.panelIds(dashboard));
    read(store.notes(dashboard)).forEach(note -> numbers.taken.add(note.path("panel_id").asLong()));
    return numbers;
  }

  private static JsonNode read(String json) {
    return RecordReader.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes a number.
   *
   * @param wanted null for the next free one from 101 up
   * @throws com.streamdata.error.AppException when another panel has it
   */
  public long take(@Nullable Long wanted) {
    long number = wanted == null ? next() : wanted;
    Checks.require(number >= 1 && number <= LARGEST, "panel_id", "must be from 1 to " + LARGEST);
    Checks.require(
        taken.add(number), "panel_id", "is the number of another panel of this dashboard");
    return number;
  }

  private long next() {
    long next =
        taken.stream().filter(number -> number < LARGEST).mapToLong(n -> n + 1).max().orElse(1);
    return Math.max(FIRST, next);
  }

  /** Takes a number, or the next free one if another panel has it. */
  public long takeOrNext(long wanted) {
    return take(taken.contains(wanted) ? null : wanted);
  }
}
