package com.streamdata.query;

import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;

/**
 * One number per point.
 *
 * @param column what is aggregated; null only for a count of rows
 * @param name what the result is called; null for a name made of aggregation and column
 */
public record Measure(@Nullable String column, Aggregation aggregation, @Nullable String name) {
  public Measure {
    new Checks()
        .that(
            column != null || aggregation == Aggregation.COUNT,
            "column",
            "is missing: " + aggregation.wireName() + " needs a column")
        .that(
            name == null || (!name.isBlank() && name.length() <= 200),
            "name",
            "must have 1 to 200 characters")
        .done();
  }

  /** What the result is called: the given name, or such as {@code sum(delay)} or {@code count}. */
  public String label() {
    if (name != null) {
      return name;
    }
    return column == null ? aggregation.wireName() : aggregation.wireName() + "(" + column + ")";
  }
}
