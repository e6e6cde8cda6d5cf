package com.streamdata.visualization;

import com.streamdata.http.Change;
import com.streamdata.query.ask.SavedQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a visualization; what is absent stays. A query is replaced whole.
 *
 * @param place null as a value: the next free one
 */
public record VisualizationChange(
    @Nullable VisualizationType type,
    @Nullable VisualizationTitle title,
    @Nullable SavedQuery query,
    @Nullable DisplayOptions options,
    @Nullable Change<Place> place) {

  /** All of the visualization as it is going to be. */
  NewVisualization appliedTo(Visualization before) {
    return new NewVisualization(
        type == null ? before.type() : type,
        title == null ? new VisualizationTitle(before.title()) : title,
        query == null ? before.query() : query,
        options == null ? before.options() : options,
        before.panelId(),
        place == null ? before.place() : place.value());
  }
}
