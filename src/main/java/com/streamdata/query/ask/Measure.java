package com.streamdata.query.ask;

import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;

/**
 * One number per point.
 *
 * @param column what is aggregated; null only for a count of rows
 * @param name what the result is called; if left out, such as {@code sum(delay)} or {@code count}
 */
public record Measure(@Nullable String column, Aggregation aggregation, @Nullable String name) {
  /** Room for a column of 200 characters with its aggregation around it. */
  private static final int LONGEST_NAME = 250;

  public Measure {
    new Checks()
        .that(
            column != null || aggregation == Aggregation.COUNT,
            "column",
            "is missing: " + aggregation.wireName() + " needs a column")
        .that(
            name == null || (!name.isBlank() && name.length() <= LONGEST_NAME),
            "name",
            "must have 1 to 250 characters")
        .done();
    name = name == null ? usualName(column, aggregation) : name;
  }

  /** What the result is called. */
  @Override
  public String name() {
    return name == null ? usualName(column, aggregation) : name;
  }

  private static String usualName(@Nullable String column, Aggregation aggregation) {
    return column == null ? aggregation.wireName() : aggregation.wireName() + "(" + column + ")";
  }
}
