package com.streamdata.visualization;

import com.streamdata.error.Checks;

/**
 * Where something is on a dashboard's grid of 24 columns, in cells counted from its upper left
 * corner.
 */
public record Place(int x, int y, int w, int h) {
  private static final int COLUMNS = 24;
  private static final int MOST_ROWS = 100_000;

  public Place {
    new Checks()
        .that(x >= 0 && x < COLUMNS, "x", "must be from 0 to 23")
        .that(w >= 1 && w <= COLUMNS - Math.clamp(x, 0, COLUMNS - 1), "w", "must fit in 24 columns")
        .that(y >= 0 && y <= MOST_ROWS, "y", "must be from 0 to " + MOST_ROWS)
        .that(h >= 1 && h <= MOST_ROWS, "h", "must be from 1 to " + MOST_ROWS)
        .done();
  }
}
