package com.streamdata.api.grafana;

import com.streamdata.dashboard.Annotation;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the entries under {@code annotations.list}: which annotations a dashboard shows, and how.
 */
record AnnotationEntry(JsonNode json) {
  private static final Set<String> OWN = Set.of("grafana", "-- Grafana --");
  private static final Set<String> SHOWN =
      Set.of("name", "enable", "hide", "iconColor", "type", "builtIn");
  private static final int USUAL = 100;
  private static final int MOST = 10_000;

  /** Those that are enabled and of the dashboard itself, not of another data source. */
  static List<AnnotationEntry> of(JsonNode dashboard) {
    return Lenient.objects(dashboard.path("annotations"), "list").stream()
        .map(AnnotationEntry::new)
        .filter(entry -> Lenient.isTrue(entry.json, "enable") && entry.isOwn())
        .toList();
  }

  private boolean isOwn() {
    JsonNode source = json.path("datasource");
    return OWN.contains(source.isObject() ? Lenient.text(source, "uid") : Lenient.text(source));
  }

  boolean finds(Annotation annotation) {
    List<String> tags =
        isByTags()
            ? Lenient.list(target(), "tags").stream().map(Lenient::text).toList()
            : List.of();
    return AnnotationSearch.isTagged(
        annotation.tagList(), tags, Lenient.isTrue(target(), "matchAny"));
  }

  /** Such an entry wins over others that find the same annotation. */
  boolean isByTags() {
    return Lenient.text(target(), "type").equals("tags");
  }

  boolean isOfPanels() {
    return Lenient.text(json, "type").equals("dashboard") && !isByTags();
  }

  int limit() {
    int limit = Lenient.within(target(), "limit", 0, MOST, 0);
    return limit == 0 ? USUAL : limit;
  }

  String color() {
    return Lenient.text(json, "iconColor");
  }

  private JsonNode target() {
    return json.path("target");
  }

  /** As visitors get it. */
  ObjectNode shown() {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    json.properties()
        .forEach(member -> {
          if (SHOWN.contains(member.getKey()) && member.getValue().isValueNode()) {
            shown.set(member.getKey(), member.getValue());
          }
        });
    shown.putObject("datasource").put("type", "grafana").put("uid", "-- Grafana --");
    if (target().isObject()) {
      ObjectNode target = shown.putObject("target");
      target.put("limit", limit()).put("matchAny", Lenient.isTrue(target(), "matchAny"));
      target.putArray("tags");
      target.put("type", Lenient.text(target(), "type"));
    }
    return shown;
  }
}
