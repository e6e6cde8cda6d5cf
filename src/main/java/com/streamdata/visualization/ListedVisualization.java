package com.streamdata.visualization;

import com.streamdata.access.DashboardId;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.CreatedDay;

/** One line of the published list. */
public record ListedVisualization(
    VisualizationId id,
    VisualizationType type,
    DashboardId dashboardId,
    String dashboardName,
    String owner,
    CreatedDay created) {}
