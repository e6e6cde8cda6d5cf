package com.streamdata.visualization;

import com.streamdata.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A visualization to be made.
 *
 * @param options null for none
 */
public record NewVisualization(
    VisualizationType type,
    VisualizationTitle title,
    Query query,
    @Nullable DisplayOptions options) {

  DisplayOptions displayed() {
    return options == null ? DisplayOptions.NONE : options;
  }
}
