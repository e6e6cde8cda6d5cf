package com.streamdata.visualization;

import com.streamdata.query.SavedQuery;
import org.jspecify.annotations.Nullable;

/**
 * A visualization to be made.
 *
 * @param options null for none
 * @param panelId its number on the dashboard; null for one that is free
 * @param place null for the next free one
 */
public record NewVisualization(
    VisualizationType type,
    VisualizationTitle title,
    SavedQuery query,
    @Nullable DisplayOptions options,
    @Nullable Long panelId,
    @Nullable Place place) {

  DisplayOptions displayed() {
    return options == null ? DisplayOptions.NONE : options;
  }
}
