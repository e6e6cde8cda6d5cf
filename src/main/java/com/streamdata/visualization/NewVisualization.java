package com.streamdata.visualization;

import com.streamdata.query.ask.SavedQuery;
import java.util.Objects;
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

  /** Whether making it of this one would change nothing. */
  boolean isLike(Visualization other) {
    return type == other.type()
        && title.text().equals(other.title())
        && query.equals(other.query())
        && displayed().equals(other.options())
        && Objects.equals(place, other.place());
  }
}
