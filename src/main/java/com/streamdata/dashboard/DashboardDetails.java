package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Grafana's API tells of a dashboard besides what it shows.
 *
 * @param folderUid null if it is in none
 * @param updatedBy e-mail address of who changed it last; null if nobody has
 * @param grafanaJson what was sent, word for word; null for a dashboard made here
 * @param grafanaVersion the dashboard's version when it was sent
 * @param grafanaPanels JSON list of the numbers of its panels that were drawn then
 * @param isPublic whether an enabled public link shows it
 */
public record DashboardDetails(
    DashboardId id,
    String uid,
    String name,
    @Nullable FolderId folderId,
    @Nullable String folderUid,
    @Nullable String folderTitle,
    String createdBy,
    Instant createdAt,
    @Nullable String updatedBy,
    @Nullable Instant updatedAt,
    @Nullable String grafanaJson,
    @Nullable Long grafanaVersion,
    String grafanaPanels,
    boolean isPublic) {

  public List<Long> drawnPanels() {
    return RecordReader.parse(grafanaPanels.getBytes(StandardCharsets.UTF_8))
        .valueStream()
        .map(JsonNode::longValue)
        .toList();
  }
}
