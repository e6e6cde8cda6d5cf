package com.streamdata.api.grafana;

import com.streamdata.visualization.VisualizationType;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What becomes of a panel here. */
sealed interface Drawing {
  Set<String> STACKED = Set.of("normal", "percent");

  /** A visualization. */
  record Chart(VisualizationType type) implements Drawing {}

  /** A key-metric tile. */
  record Metric() implements Drawing {}

  /** A note with words of its own. */
  record Words() implements Drawing {}

  /** A note that heads what is under it. */
  record Heading() implements Drawing {}

  /** A note that says why there is nothing. */
  record Nothing(String why) implements Drawing {}

  static Drawing of(JsonNode panel) {
    if (panel.path("libraryPanel").isObject() && Lenient.objects(panel, "targets").isEmpty()) {
      return new Nothing("It is a library panel: what it shows is kept in Grafana only.");
    }
    String type = Lenient.text(panel, "type");
    return switch (type) {
      case "timeseries" -> new Chart(timeSeries(panel));
      case "graph" -> new Chart(graph(panel));
      case "barchart" -> new Chart(bars(Lenient.text(panel.path("options"), "stacking")));
      case "piechart", "grafana-piechart-panel" -> new Chart(VisualizationType.PIECHART);
      case "table", "table-old" -> new Chart(VisualizationType.TABLE);
      case "stat", "singlestat", "gauge", "bargauge" -> new Metric();
      case "text" -> new Words();
      case "row" -> new Heading();
      case "" -> new Nothing("It does not say of what type it is.");
      default -> new Nothing("Panels of type " + Lenient.line(type, 60) + " are not drawn here.");
    };
  }

  private static VisualizationType timeSeries(JsonNode panel) {
    JsonNode custom = custom(panel);
    if (Lenient.text(custom, "drawStyle").equals("bars")) {
      return bars(Lenient.text(custom.path("stacking"), "mode"));
    }
    return custom.path("fillOpacity").doubleValue(0) > 0
        ? VisualizationType.AREACHART
        : VisualizationType.LINECHART;
  }

  /** Grafana's own chart before version 8: lines over a filled area unless it says otherwise. */
  private static VisualizationType graph(JsonNode panel) {
    boolean lines = panel.path("lines").booleanValue(true);
    if (Lenient.isTrue(panel, "bars") && !lines) {
      return bars(Lenient.isTrue(panel, "stack") ? "normal" : "");
    }
    return panel.path("fill").doubleValue(1) > 0
        ? VisualizationType.AREACHART
        : VisualizationType.LINECHART;
  }

  private static VisualizationType bars(String stacking) {
    return STACKED.contains(stacking)
        ? VisualizationType.STACKBARCHART
        : VisualizationType.BARCHART;
  }

  /** Whether its series stand on each other. */
  static boolean isStacked(JsonNode panel) {
    return Lenient.isTrue(panel, "stack")
        || STACKED.contains(Lenient.text(custom(panel).path("stacking"), "mode"));
  }

  static JsonNode custom(JsonNode panel) {
    return panel.path("fieldConfig").path("defaults").path("custom");
  }
}
