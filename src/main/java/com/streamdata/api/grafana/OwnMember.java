package com.streamdata.api.grafana;

import com.streamdata.error.AppException;
import com.streamdata.http.RecordReader;
import com.streamdata.query.time.TimeRange;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.VisualizationType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The member that we add to dashboards and panels made here. It holds what Grafana's JSON has no
 * words for, so that a dashboard that is read and saved again is the same. Where somebody has
 * changed what Grafana does have words for, that counts.
 */
final class OwnMember {
  static final String NAME = "streamdata";
  private static final int MOST_OPTIONS = 16 * 1024;

  private OwnMember() {}

  /**
   * A panel's own member.
   *
   * @param place null when the panel has none of its own
   * @param shown where it is shown then
   * @param panelId null when the panel has none of its own
   */
  static ObjectNode of(
      JsonNode options, @Nullable Place place, Place shown, @Nullable Long panelId) {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    own.set("options", options);
    own.set("grid_pos", Grid.write(shown));
    if (place != null) {
      own.set("place", Grid.write(place));
    }
    own.put("free_id", panelId == null);
    return own;
  }

  /** Its own, or none, as long as nobody has moved it since; else where it has been moved to. */
  static @Nullable Place place(GrafanaPanel panel) {
    JsonNode own = panel.json().path(NAME);
    if (!own.path("grid_pos").isObject()
        || !own.path("grid_pos").equals(panel.json().path("gridPos"))) {
      return panel.place();
    }
    return own.path("place").isObject() ? Grid.read(own.path("place")) : null;
  }

  static @Nullable Long panelId(GrafanaPanel panel) {
    return Lenient.isTrue(panel.json().path(NAME), "free_id") ? null : panel.id();
  }

  static ObjectNode options(GrafanaPanel panel, Drawing drawing) {
    ObjectNode now = PanelOptions.read(panel.json(), drawing);
    JsonNode own = panel.json().path(NAME).path("options");
    if (!own.isObject() || own.toString().length() > MOST_OPTIONS) {
      return now;
    }
    VisualizationType type =
        drawing instanceof Drawing.Chart(VisualizationType charted) ? charted : null;
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    written.set("fieldConfig", PanelOptions.fieldConfig(own, type));
    return PanelOptions.changed((ObjectNode) own, now, PanelOptions.read(written, drawing));
  }

  /** The time of a dashboard's own member; everything if it is null or not one. */
  static TimeRange range(JsonNode own) {
    try {
      JsonNode range = own.path("time_range");
      return range.isObject() ? RecordReader.read(range, TimeRange.class) : TimeRange.ALL;
    } catch (AppException _) {
      return TimeRange.ALL;
    }
  }
}
