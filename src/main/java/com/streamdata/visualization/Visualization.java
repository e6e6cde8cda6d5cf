package com.streamdata.visualization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.DashboardId;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.CreatedDay;
import com.streamdata.query.ask.SavedQuery;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a source's data on a dashboard.
 *
 * @param panelId its number on the dashboard, which no other panel there has
 * @param place null for the next free one
 * @param version grows with every change of it; its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Visualization(
    VisualizationId id,
    VisualizationType type,
    String title,
    DashboardId dashboardId,
    SavedQuery query,
    DisplayOptions options,
    long panelId,
    @Nullable Place place,
    long version,
    CreatedDay created) {}
