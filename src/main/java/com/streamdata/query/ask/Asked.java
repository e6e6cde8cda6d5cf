package com.streamdata.query.ask;

import com.streamdata.query.time.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
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
  private static final String VARIABLE = "var-";

  /** Nothing special. */
  public static final Asked USUAL = in(TimeRange.ALL);

  public Asked {
    variables = Map.copyOf(variables);
  }

  public static Asked in(TimeRange range) {
    return new Asked(range, null, null, Map.of());
  }

  /** In a range, with the variables that the parameters of a request choose. */
  public static Asked in(TimeRange range, Map<String, String[]> parameters) {
    return new Asked(range, null, null, variablesIn(parameters));
  }

  /** Values by the names of variables, from any {@code var-<name>}, which may be repeated. */
  public static Map<String, List<String>> variablesIn(Map<String, String[]> parameters) {
    Map<String, List<String>> variables = new HashMap<>();
    parameters.forEach((name, values) -> {
      if (name.startsWith(VARIABLE)) {
        variables.put(name.substring(VARIABLE.length()), List.of(values));
      }
    });
    return variables;
  }
}
