package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.error.Checks;
import com.streamdata.query.ask.SavedQuery;
import com.streamdata.visualization.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key metric: one number with a title.
 *
 * @param query exactly one measure, without x and series; or statements, of which the last number
 *     counts
 * @param options how the number is shown, for the page; null for its defaults
 * @param panelId its number on the dashboard; null for its index and one
 * @param place null for one in the row of key metrics
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tile(
    String title,
    SavedQuery query,
    @Nullable JsonNode options,
    @Nullable Long panelId,
    @Nullable Place place) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_OPTIONS = 16 * 1024;

  public Tile {
    new Checks()
        .that(title.length() <= LONGEST_TITLE, "title", "must have at most 200 characters")
        .that(
            options == null
                || (options.isObject() && options.toString().length() <= LONGEST_OPTIONS),
            "options",
            "must be an object of at most 16 KiB")
        .done();
  }

  /** The same with another panel number. */
  Tile with(long number) {
    return new Tile(title, query, options, number, place);
  }
}
