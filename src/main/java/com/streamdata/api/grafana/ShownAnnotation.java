package com.streamdata.api.grafana;

import com.streamdata.dashboard.Annotation;
import java.util.List;
import java.util.Map;

/** An annotation as Grafana shows it to somebody with an account. */
record ShownAnnotation(
    long id,
    long alertId,
    String alertName,
    long dashboardId,
    String dashboardUID,
    long panelId,
    long userId,
    String userName,
    String newState,
    String prevState,
    long created,
    long updated,
    long time,
    long timeEnd,
    String text,
    List<String> tags,
    String login,
    String email,
    String avatarUrl,
    Map<String, String> data) {

  static ShownAnnotation of(Annotation annotation) {
    return new ShownAnnotation(
        annotation.id(),
        0,
        "",
        annotation.dashboardId().value(),
        annotation.dashboardUid(),
        annotation.panelId(),
        annotation.userId().value(),
        annotation.userName(),
        "",
        "",
        annotation.createdAt().toEpochMilli(),
        annotation.updatedAt().toEpochMilli(),
        annotation.time(),
        annotation.timeEnd(),
        annotation.text(),
        annotation.tagList(),
        annotation.userEmail(),
        annotation.userEmail(),
        "",
        Map.of());
  }
}
