package com.streamdata.api.grafana;

import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Tile;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.time.TimeRange;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.Visualization;
import com.streamdata.visualization.VisualizationType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A dashboard made here in Grafana's JSON. */
final class DashboardJson {
  private static final int SCHEMA_VERSION = 41;

  private final JsonMapper json;
  private final DashboardView dashboard;

  private DashboardJson(JsonMapper json, DashboardView dashboard) {
    this.json = json;
    this.dashboard = dashboard;
  }

  /**
   * All of it.
   *
   * @param json writes our records as our own API does
   */
  static ObjectNode of(JsonMapper json, DashboardView dashboard) {
    return new DashboardJson(json, dashboard).whole();
  }

  private ObjectNode whole() {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("id", dashboard.id().value()).put("uid", dashboard.uid());
    whole.put("title", dashboard.name()).put("version", dashboard.version());
    whole.put("schemaVersion", SCHEMA_VERSION).put("editable", true).put("graphTooltip", 0);
    whole.putArray("tags");
    whole.putArray("links");
    whole.put("timezone", zone(dashboard.timeZone()));
    JsonNode time = time(dashboard.timeRange());
    if (time.isObject()) {
      whole.set("time", time);
    }
    whole.putObject("timepicker");
    whole.putObject("annotations").putArray("list").add(ownAnnotations());
    whole.putObject("templating").set("list", Templating.write(dashboard.variables()));
    whole.set("panels", panels(json, dashboard));
    whole.set(OwnMember.NAME, own(json, dashboard));
    return whole;
  }

  /** What Grafana's JSON has no words for. */
  static ObjectNode own(JsonMapper json, DashboardView dashboard) {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    own.set("time_range", json.valueToTree(dashboard.timeRange()));
    own.set("filters", json.valueToTree(dashboard.filters()));
    return own;
  }

  static String zone(String name) {
    return name.equals("UTC") ? "utc" : name;
  }

  /** As Grafana has it; nothing for everything, which it has no word for. */
  static JsonNode time(@Nullable TimeRange range) {
    if (range == null || range.equals(TimeRange.ALL)) {
      return JsonNodeFactory.instance.missingNode();
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", range.from() == null ? "1970-01-01T00:00:00Z" : range.from())
        .put("to", range.to() == null ? "now" : range.to());
  }

  /** The annotations of the dashboard itself, as every dashboard in Grafana has them. */
  private static ObjectNode ownAnnotations() {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("builtIn", 1).put("enable", true).put("hide", true);
    entry.put("iconColor", "rgba(0, 211, 255, 1)").put("name", "Annotations & Alerts");
    entry.put("type", "dashboard");
    entry.putObject("datasource").put("type", "grafana").put("uid", "-- Grafana --");
    return entry;
  }

  /** Key metrics first, then visualizations. */
  static ArrayNode panels(JsonMapper json, DashboardView dashboard) {
    DashboardJson writer = new DashboardJson(json, dashboard);
    Layout layout = Layout.of(dashboard);
    ArrayNode panels = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < dashboard.tiles().size(); i++) {
      panels.add(writer.panel(dashboard.tiles().get(i), i, layout.tiles().get(i)));
    }
    for (int i = 0; i < dashboard.visualizations().size(); i++) {
      panels.add(writer.panel(dashboard.visualizations().get(i), layout.visualizations().get(i)));
    }
    return panels;
  }

  /** The number of a tile's panel: its own, else its index and one. */
  static long panelId(Tile tile, int index) {
    return tile.panelId() == null ? index + 1L : tile.panelId();
  }

  private ObjectNode panel(Tile tile, int index, Place place) {
    JsonNode options =
        tile.options() == null ? JsonNodeFactory.instance.objectNode() : tile.options();
    ObjectNode panel = panel(panelId(tile, index), "stat", tile.title(), place, tile.query());
    panel.set("fieldConfig", PanelOptions.fieldConfig(options, null));
    ObjectNode shown = panel.putObject("options");
    shown.putObject("reduceOptions").put("values", false).putArray("calcs").add("lastNotNull");
    panel.set(OwnMember.NAME, OwnMember.of(options, tile.place(), place, tile.panelId()));
    return panel;
  }

  private ObjectNode panel(Visualization visualization, Place place) {
    VisualizationType type = visualization.type();
    JsonNode options = visualization.options().json();
    ObjectNode panel =
        panel(
            visualization.panelId(),
            typeOf(type),
            visualization.title(),
            place,
            visualization.query());
    panel.set("fieldConfig", PanelOptions.fieldConfig(options, type));
    ObjectNode shown = panel.putObject("options");
    if (type == VisualizationType.BARCHART || type == VisualizationType.STACKBARCHART) {
      shown.put("stacking", type == VisualizationType.STACKBARCHART ? "normal" : "none");
    }
    panel.set(
        OwnMember.NAME,
        OwnMember.of(options, visualization.place(), place, visualization.panelId()));
    return panel;
  }

  private ObjectNode panel(long id, String type, String title, Place place, SavedQuery query) {
    ObjectNode panel = JsonNodeFactory.instance.objectNode();
    panel.put("id", id).put("type", type).put("title", title);
    panel.set("gridPos", Grid.write(place));
    panel.set("datasource", PanelQuery.datasource(query.sources().getFirst()));
    panel.set("targets", PanelQuery.write(query, json.valueToTree(query)));
    return panel;
  }

  static String typeOf(VisualizationType type) {
    return switch (type) {
      case TABLE -> "table";
      case LINECHART, AREACHART -> "timeseries";
      case BARCHART, STACKBARCHART -> "barchart";
      case PIECHART -> "piechart";
    };
  }
}
