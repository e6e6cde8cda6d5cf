package com.streamdata.visualization;

import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.CreatedDay;
import com.streamdata.http.StoredJson;
import com.streamdata.query.Query;
import java.time.Instant;

/**
 * A visualization as it is stored.
 *
 * @param type its wire name
 * @param query as JSON
 * @param options as JSON
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
    long version,
    Instant createdAt) {

  Target target() {
    return new Target.OfVisualization(id, dashboardId);
  }

  VisualizationType visualizationType() {
    return VisualizationType.of(type);
  }

  Visualization visualization() {
    return new Visualization(
        id,
        visualizationType(),
        title,
        dashboardId,
        StoredJson.read(query, Query.class),
        StoredJson.read(options, DisplayOptions.class),
        version,
        CreatedDay.of(createdAt));
  }

  ListedVisualization listed() {
    return new ListedVisualization(
        id, visualizationType(), dashboardId, dashboardName, owner, CreatedDay.of(createdAt));
  }
}
