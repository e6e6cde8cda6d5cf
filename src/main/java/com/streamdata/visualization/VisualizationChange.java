package com.streamdata.visualization;

import com.streamdata.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a visualization; what is absent stays. A query is replaced whole.
 */
public record VisualizationChange(
    @Nullable VisualizationType type,
    @Nullable VisualizationTitle title,
    @Nullable Query query,
    @Nullable DisplayOptions options) {

  /** All of the visualization as it is going to be. */
  NewVisualization appliedTo(Visualization before) {
    return new NewVisualization(
        type == null ? before.type() : type,
        title == null ? new VisualizationTitle(before.title()) : title,
        query == null ? before.query() : query,
        options == null ? before.options() : options);
  }
}
