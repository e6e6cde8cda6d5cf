package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dashboard that may be found by searching.
 *
 * @param folderUid null if it is in no folder
 * @param tags a JSON list of texts
 */
public record FoundDashboard(
    DashboardId id,
    String uid,
    String name,
    @Nullable FolderId folderId,
    @Nullable String folderUid,
    @Nullable String folderTitle,
    String tags) {

  public List<String> tagList() {
    return RecordReader.parse(tags.getBytes(StandardCharsets.UTF_8))
        .valueStream()
        .map(JsonNode::stringValue)
        .toList();
  }
}
