package com.streamdata.api.grafana;

import com.streamdata.dashboard.DashboardView;
import com.streamdata.dashboard.Tile;
import com.streamdata.http.RecordReader;
import com.streamdata.query.ask.Query;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.query.ask.SqlQuery;
import com.streamdata.query.ask.Statement;
import com.streamdata.query.time.TimeRange;
import com.streamdata.visualization.Place;
import com.streamdata.visualization.Visualization;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was sent as Grafana's JSON, with what was changed here since laid over it. */
final class DashboardOverlay {
  private final JsonMapper json;
  private final ObjectNode sent;
  private final DashboardView now;
  private final Map<Long, JsonNode> panels = new HashMap<>();

  private DashboardOverlay(JsonMapper json, ObjectNode sent, DashboardView now) {
    this.json = json;
    this.sent = sent;
    this.now = now;
    DashboardJson.panels(json, now).forEach(panel -> panels.put(panel.path("id").asLong(), panel));
  }

  /**
   * Changes the JSON that was sent.
   *
   * @param drawn the numbers of its panels that became visualizations and tiles
   */
  static void lay(JsonMapper json, ObjectNode sent, DashboardView now, List<Long> drawn) {
    DashboardOverlay overlay = new DashboardOverlay(json, sent, now);
    overlay.whole();
    overlay.panels(Set.copyOf(drawn));
  }

  private void whole() {
    if (!DashboardTranslation.nameOf(sent).equals(now.name())) {
      sent.put("title", now.name());
    }
    if (!DashboardTranslation.zoneOf(sent).equals(now.timeZone())) {
      sent.put("timezone", DashboardJson.zone(now.timeZone()));
    }
    TimeRange range = Objects.requireNonNullElse(now.timeRange(), TimeRange.ALL);
    boolean otherTime = !DashboardTranslation.rangeOf(sent).equals(range);
    if (otherTime) {
      JsonNode time = DashboardJson.time(range);
      sent.remove("time");
      if (time.isObject()) {
        sent.set("time", time);
      }
    }
    if (otherTime || sent.has(OwnMember.NAME) || !now.filters().isEmpty()) {
      sent.set(OwnMember.NAME, DashboardJson.own(json, now));
    }
  }

  private void panels(Set<Long> drawn) {
    Set<Long> there = new HashSet<>();
    Set<JsonNode> gone = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (GrafanaPanel panel : GrafanaPanels.of(sent)) {
      if (drawn.contains(panel.id())) {
        there.add(panel.id());
        if (panels.containsKey(panel.id())) {
          lay(panel);
        } else {
          gone.add(panel.json());
        }
      }
    }
    remove(sent.path("panels"), gone);
    ArrayNode top =
        sent.path("panels").isArray() ? (ArrayNode) sent.path("panels") : sent.putArray("panels");
    panels.forEach((id, panel) -> {
      if (!there.contains(id)) {
        top.add(panel);
      }
    });
  }

  private static void remove(JsonNode list, Set<JsonNode> gone) {
    if (list instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (gone.contains(array.get(i))) {
          array.remove(i);
        } else {
          remove(array.path(i).path("panels"), gone);
        }
      }
    }
  }

  private void lay(GrafanaPanel panel) {
    for (Visualization each : now.visualizations()) {
      if (each.panelId() == panel.id()) {
        Drawing drawing = new Drawing.Chart(each.type());
        if (!Drawing.of(panel.json()).equals(drawing)) {
          take(panel, "type", "options", "fieldConfig");
        }
        String title = DashboardTranslation.titleOf(panel);
        lay(
            panel,
            drawing,
            !title.equals(each.title()),
            each.place(),
            each.query(),
            each.options().json());
      }
    }
    for (int i = 0; i < now.tiles().size(); i++) {
      Tile tile = now.tiles().get(i);
      if (DashboardJson.panelId(tile, i) == panel.id()) {
        JsonNode options =
            tile.options() == null ? JsonNodeFactory.instance.objectNode() : tile.options();
        boolean renamed = !panel.title().equals(tile.title());
        lay(panel, new Drawing.Metric(), renamed, tile.place(), tile.query(), options);
      }
    }
  }

  private void lay(
      GrafanaPanel panel,
      Drawing drawing,
      boolean renamed,
      @Nullable Place place,
      SavedQuery query,
      JsonNode options) {
    if (renamed) {
      take(panel, "title");
    }
    if (!asks(panel.json(), query)) {
      take(panel, "datasource", "targets");
    }
    boolean moved = !Objects.equals(OwnMember.place(panel), place);
    boolean styled = !OwnMember.options(panel, drawing).equals(options);
    if (moved) {
      take(panel, "gridPos");
    }
    if (styled) {
      style(panel);
    }
    if (moved || styled) {
      take(panel, OwnMember.NAME);
    }
  }

  /** Takes members from the panel as it would be written now. */
  private void take(GrafanaPanel panel, String... names) {
    JsonNode written = panels.getOrDefault(panel.id(), JsonNodeFactory.instance.objectNode());
    for (String name : names) {
      if (written.has(name)) {
        ((ObjectNode) panel.json()).set(name, written.path(name));
      }
    }
  }

  /** Units, decimals and stacking are ours to change; all else of the style stays. */
  private void style(GrafanaPanel panel) {
    ObjectNode sentPanel = (ObjectNode) panel.json();
    JsonNode written =
        panels.getOrDefault(panel.id(), sentPanel).path("fieldConfig").path("defaults");
    ObjectNode defaults = child(child(sentPanel, "fieldConfig"), "defaults");
    for (String name : List.of("unit", "decimals")) {
      defaults.remove(name);
      if (written.has(name)) {
        defaults.set(name, written.path(name));
      }
    }
    if (written.path("custom").isObject()) {
      ObjectNode custom = child(defaults, "custom");
      custom.remove("stacking");
      written
          .path("custom")
          .properties()
          .forEach(each -> {
            if (!each.getKey().equals("fillOpacity") || !custom.has("fillOpacity")) {
              custom.set(each.getKey(), each.getValue());
            }
          });
    }
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.path(name) instanceof ObjectNode object ? object : parent.putObject(name);
  }

  /** Whether a panel asks this already; of which source only matters for our own queries. */
  private boolean asks(JsonNode panel, SavedQuery query) {
    List<JsonNode> targets = Lenient.objects(panel, "targets");
    return switch (query) {
      case Query columns -> {
        JsonNode own =
            targets.stream()
                .map(target -> target.path(PanelQuery.OURS))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(JsonNodeFactory.instance.missingNode());
        yield own.isObject() && reads(own, columns);
      }
      case SqlQuery sql ->
          sql.statements().stream()
              .allMatch(statement -> targets.stream().anyMatch(target -> is(target, statement)));
    };
  }

  private static boolean reads(JsonNode own, Query columns) {
    ObjectNode whole = ((ObjectNode) own).deepCopy();
    whole.put("source", columns.source().toString());
    return RecordReader.read(whole, Query.class).equals(columns);
  }

  private static boolean is(JsonNode target, Statement statement) {
    return Lenient.text(target, "rawSql").equals(statement.sql())
        && Lenient.isTrue(target, "hide") == statement.hidden();
  }
}
