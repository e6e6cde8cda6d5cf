package com.streamdata.query;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a saved query beyond what was saved.
 *
 * @param range {@link TimeRange#ALL} for the dashboard's usual time
 * @param zone null for the dashboard's
 * @param interval how far points are to be apart where the query does not say; null for what suits
 *     the range
 * @param variables chosen values by the variables' names; others have their current ones
 */
public record Asked(
    TimeRange range,
    @Nullable ZoneId zone,
    @Nullable Duration interval,
    Map<String, List<String>> variables) {
  /** Nothing special. */
  public static final Asked USUAL = in(TimeRange.ALL);

  public Asked {
    variables = Map.copyOf(variables);
  }

  public static Asked in(TimeRange range) {
    return new Asked(range, null, null, Map.of());
  }
}
