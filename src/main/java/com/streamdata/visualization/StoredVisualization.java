package com.streamdata.visualization;

import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.CreatedDay;
import com.streamdata.http.StoredJson;
import com.streamdata.query.ask.SavedQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visualization as it is stored.
 *
 * @param type its wire name
 * @param query as JSON
 * @param options as JSON
 * @param place as JSON; null for the next free one
 * @param owner the e-mail address of its dashboard's owner
 */
record StoredVisualization(
    VisualizationId id,
    DashboardId dashboardId,
    String dashboardName,
    String owner,
    String type,
    String title,
    String query,
    String options,
    long panelId,
    @Nullable String place,
    long version,
    Instant createdAt) {

  Target target() {
    return new Target.OfVisualization(id, dashboardId);
  }

  VisualizationType visualizationType() {
    return VisualizationType.of(type);
  }

  SavedQuery savedQuery() {
    return StoredJson.read(query, SavedQuery.class);
  }

  Visualization visualization() {
    return new Visualization(
        id,
        visualizationType(),
        title,
        dashboardId,
        savedQuery(),
        StoredJson.read(options, DisplayOptions.class),
        panelId,
        place == null ? null : StoredJson.read(place, Place.class),
        version,
        CreatedDay.of(createdAt));
  }

  ListedVisualization listed() {
    return new ListedVisualization(
        id, visualizationType(), dashboardId, dashboardName, owner, CreatedDay.of(createdAt));
  }
}
