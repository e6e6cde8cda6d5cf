package com.streamdata.api.grafana;

import com.streamdata.visualization.VisualizationType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Display options that Grafana has, too: see docs/display-options.md. */
final class PanelOptions {
  private static final List<String> SHARED = List.of("unit", "decimals", "stacked");
  private static final int MOST_DECIMALS = 15;
  private static final int FILLED = 25;

  private PanelOptions() {}

  /** Ours, from a panel's; the series of an area chart stand on each other only if it says so. */
  static ObjectNode read(JsonNode panel, Drawing drawing) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    JsonNode axis = panel.path("yaxes").path(0);
    JsonNode defaults = panel.path("fieldConfig").path("defaults");
    String unit = Units.ours(first(defaults, "unit", axis, panel, "format"));
    if (unit != null) {
      options.put("unit", unit);
    }
    String decimals = first(defaults, "decimals", axis, panel, "decimals");
    if (decimals.matches("\\d{1,2}") && Integer.parseInt(decimals) <= MOST_DECIMALS) {
      options.put("decimals", Integer.parseInt(decimals));
    }
    if (drawing instanceof Drawing.Chart(VisualizationType type)
        && type == VisualizationType.AREACHART) {
      options.put("stacked", Drawing.isStacked(panel));
    }
    return options;
  }

  private static String first(
      JsonNode defaults, String key, JsonNode axis, JsonNode panel, String olderKey) {
    if (defaults.has(key)) {
      return Lenient.text(defaults, key);
    }
    return Lenient.text(axis.has(olderKey) ? axis : panel, olderKey);
  }

  /** Ours as a panel's {@code fieldConfig}; null as type is for a key metric. */
  static ObjectNode fieldConfig(JsonNode options, @Nullable VisualizationType type) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    ObjectNode defaults = config.putObject("defaults");
    String unit = Lenient.text(options, "unit");
    if (!unit.isEmpty()) {
      defaults.put("unit", Units.grafanas(unit));
    }
    if (options.path("decimals").isIntegralNumber()) {
      defaults.set("decimals", options.path("decimals"));
    }
    if (type == VisualizationType.LINECHART || type == VisualizationType.AREACHART) {
      ObjectNode custom = defaults.putObject("custom");
      custom.put("drawStyle", "line");
      custom.put("fillOpacity", type == VisualizationType.AREACHART ? FILLED : 0);
      if (Lenient.isTrue(options, "stacked")) {
        custom.putObject("stacking").put("group", "A").put("mode", "normal");
      }
    }
    config.putArray("overrides");
    return config;
  }

  /**
   * What we wrote into a panel ourselves, with what was changed of it since.
   *
   * @param ours as we wrote them
   * @param now what the panel says
   * @param then what it said when we wrote it
   */
  static ObjectNode changed(ObjectNode ours, ObjectNode now, ObjectNode then) {
    ObjectNode options = ours.deepCopy();
    for (String key : SHARED) {
      JsonNode value = now.get(key);
      if (!now.path(key).equals(then.path(key))) {
        if (value == null) {
          options.remove(key);
        } else {
          options.set(key, value);
        }
      }
    }
    return options;
  }
}
