package com.streamdata.api.grafana;

import com.streamdata.dashboard.Annotation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An annotation as visitors see it (observed behaviour, 3.3). Its dashboard is not told by number.
 *
 * @param panelId 0 for all panels
 * @param source the entry of the dashboard's annotations that it was found by
 */
record PublicAnnotation(
    long id,
    long dashboardId,
    String dashboardUID,
    long panelId,
    List<String> tags,
    boolean isRegion,
    String text,
    String color,
    long time,
    long timeEnd,
    JsonNode source) {

  static PublicAnnotation of(Annotation annotation, AnnotationEntry entry) {
    return new PublicAnnotation(
        annotation.id(),
        0,
        annotation.dashboardUid(),
        entry.isOfPanels() ? annotation.panelId() : 0,
        annotation.tagList(),
        annotation.timeEnd() > 0 && annotation.time() != annotation.timeEnd(),
        annotation.text(),
        entry.color(),
        annotation.time(),
        annotation.timeEnd(),
        entry.shown());
  }
}
