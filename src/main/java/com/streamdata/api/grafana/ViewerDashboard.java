package com.streamdata.api.grafana;

import com.streamdata.query.variable.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an anonymous viewer gets of a dashboard's JSON: what is listed here and nothing else. No
 * queries, no data sources, no ids of other things, no links (contract 2.9 takes three members out,
 * we let these in).
 */
final class ViewerDashboard {
  private static final Set<String> WHOLE =
      Set.of(
          "uid",
          "title",
          "schemaVersion",
          "timezone",
          "refresh",
          "graphTooltip",
          "weekStart",
          "fiscalYearStartMonth");
  private static final Set<String> PANEL =
      Set.of(
          "type",
          "title",
          "description",
          "transparent",
          "collapsed",
          "timeFrom",
          "timeShift",
          "hideTimeOverride",
          "interval",
          "maxDataPoints");
  private static final Set<String> OPTIONS =
      Set.of(
          "legend",
          "tooltip",
          "stacking",
          "orientation",
          "reduceOptions",
          "textMode",
          "colorMode",
          "graphMode",
          "justifyMode",
          "pieType",
          "displayLabels",
          "showHeader",
          "sortBy",
          "footer",
          "cellHeight",
          "barWidth",
          "groupWidth",
          "xField",
          "xTickLabelRotation",
          "showValue",
          "showThresholdLabels",
          "showThresholdMarkers",
          "displayMode",
          "text",
          "fullHighlight",
          "frameIndex",
          "content",
          "mode",
          "wideLayout");
  private static final Set<String> FIELD =
      Set.of(
          "unit",
          "decimals",
          "min",
          "max",
          "displayName",
          "color",
          "thresholds",
          "mappings",
          "custom",
          "noValue");

  /** Never let through, wherever it stands among what is. */
  private static final Set<String> NEVER =
      Set.of(
          "datasource",
          "datasourceuid",
          "expr",
          "query",
          "queries",
          "querytext",
          "rawsql",
          "rawquery",
          "targets",
          "links",
          "url",
          "definition",
          "target",
          "expression");

  private static final int DEEPEST = 20;

  private final boolean timeSelection;
  private final boolean variableSelection;

  private ViewerDashboard(boolean timeSelection, boolean variableSelection) {
    this.timeSelection = timeSelection;
    this.variableSelection = variableSelection;
  }

  /**
   * A new object; the dashboard stays as it is.
   *
   * @param timeSelection whether the viewer may choose the time
   * @param variableSelection whether the viewer may choose values of variables, of those listed
   */
  static ObjectNode of(JsonNode dashboard, boolean timeSelection, boolean variableSelection) {
    return new ViewerDashboard(timeSelection, variableSelection).whole(dashboard);
  }

  private ObjectNode whole(JsonNode dashboard) {
    ObjectNode seen = scalars(dashboard, WHOLE);
    if (dashboard.path("time").isObject()) {
      seen.set("time", scalars(dashboard.path("time"), Set.of("from", "to")));
    }
    ObjectNode picker = seen.putObject("timepicker");
    picker.put("hidden", !timeSelection);
    seen.putObject("templating").set("list", variables(dashboard));
    ArrayNode annotations = seen.putObject("annotations").putArray("list");
    Lenient.objects(dashboard.path("annotations"), "list")
        .forEach(entry -> annotations.addObject().put("name", Lenient.text(entry, "name")));
    Map<JsonNode, Long> ids = new IdentityHashMap<>();
    GrafanaPanels.of(dashboard).forEach(panel -> ids.put(panel.json(), panel.id()));
    seen.set("panels", panels(dashboard, ids));
    return seen;
  }

  private ArrayNode variables(JsonNode dashboard) {
    List<Variable> open =
        variableSelection
            ? Templating.read(dashboard).stream().filter(variable -> !variable.hidden()).toList()
            : List.of();
    return Templating.write(open);
  }

  private static ArrayNode panels(JsonNode parent, Map<JsonNode, Long> ids) {
    ArrayNode seen = JsonNodeFactory.instance.arrayNode();
    for (JsonNode panel : Lenient.objects(parent, "panels")) {
      Long id = ids.get(panel);
      if (id != null) {
        seen.add(panel(panel, id, ids));
      }
    }
    return seen;
  }

  private static ObjectNode panel(JsonNode panel, long id, Map<JsonNode, Long> ids) {
    ObjectNode seen = JsonNodeFactory.instance.objectNode().put("id", id);
    seen.setAll(scalars(panel, PANEL));
    seen.set("gridPos", Grid.write(Grid.read(panel.path("gridPos"))));
    seen.set("fieldConfig", fieldConfig(panel.path("fieldConfig")));
    seen.set("options", some(panel.path("options"), OPTIONS));
    ArrayNode targets = seen.putArray("targets");
    Lenient.objects(panel, "targets")
        .forEach(target -> targets.addObject().put("refId", Lenient.text(target, "refId")));
    if (Lenient.text(panel, "type").equals("row")) {
      seen.set("panels", panels(panel, ids));
    }
    return seen;
  }

  private static ObjectNode fieldConfig(JsonNode config) {
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    seen.set("defaults", some(config.path("defaults"), FIELD));
    ArrayNode overrides = seen.putArray("overrides");
    for (JsonNode override : Lenient.objects(config, "overrides")) {
      ObjectNode shown = overrides.addObject();
      shown.set("matcher", some(override.path("matcher"), Set.of("id", "options")));
      ArrayNode properties = shown.putArray("properties");
      for (JsonNode property : Lenient.objects(override, "properties")) {
        String id = Lenient.text(property, "id");
        if (FIELD.contains(id) || (id.startsWith("custom.") && !isNever(id.substring(7)))) {
          properties.add(some(property, Set.of("id", "value")));
        }
      }
    }
    return seen;
  }

  /** Members that are texts, numbers or truth values. */
  private static ObjectNode scalars(JsonNode object, Set<String> names) {
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (names.contains(member.getKey()) && member.getValue().isValueNode()) {
        seen.set(member.getKey(), member.getValue());
      }
    }
    return seen;
  }

  private static ObjectNode some(JsonNode object, Set<String> names) {
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (names.contains(member.getKey())) {
        seen.set(member.getKey(), harmless(member.getValue(), 0));
      }
    }
    return seen;
  }

  private static JsonNode harmless(JsonNode value, int depth) {
    if (depth > DEEPEST) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (value.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> list.add(harmless(each, depth + 1)));
      return list;
    }
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(member -> {
            if (!isNever(member.getKey())) {
              object.set(member.getKey(), harmless(member.getValue(), depth + 1));
            }
          });
      return object;
    }
    return value;
  }

  private static boolean isNever(String name) {
    return NEVER.contains(name.toLowerCase(Locale.ROOT));
  }
}
