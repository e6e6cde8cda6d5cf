package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.access.UserId;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A remark on a moment or a stretch of a dashboard's time.
 *
 * @param dashboardUid of the dashboard it is on
 * @param panelId the panel it is on; 0 for all of them
 * @param userName of who made it; empty if there is no such user any more
 * @param time epoch milliseconds
 * @param timeEnd the same as the time for a moment
 * @param tags a JSON list of texts
 */
public record Annotation(
    long id,
    DashboardId dashboardId,
    String dashboardUid,
    long panelId,
    UserId userId,
    String userName,
    String userEmail,
    long time,
    long timeEnd,
    String text,
    String tags,
    Instant createdAt,
    Instant updatedAt) {

  public List<String> tagList() {
    return RecordReader.parse(tags.getBytes(StandardCharsets.UTF_8))
        .valueStream()
        .map(JsonNode::stringValue)
        .toList();
  }
}
