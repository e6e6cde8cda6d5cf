package com.streamdata.visualization;

import com.streamdata.access.DashboardId;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.CreatedDay;
import com.streamdata.query.Query;

/**
 * A picture of a source's data on a dashboard.
 *
 * @param version grows with every change of it; its entity tag
 */
public record Visualization(
    VisualizationId id,
    VisualizationType type,
    String title,
    DashboardId dashboardId,
    Query query,
    DisplayOptions options,
    long version,
    CreatedDay created) {}
