package com.streamdata.query.ask;

import com.streamdata.access.DashboardId;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a saved query is asked.
 *
 * @param zone by whose clocks and calendar
 * @param shared filters of the dashboard: each holds for the sources that have its column, if it
 *     fits there; statements write their own
 * @param interval how far points are to be apart; null for what suits the range
 * @param variables the values of all variables by their names
 */
public record Setting(
    DashboardId dashboard,
    TimeRange range,
    ZoneId zone,
    List<Filter> shared,
    @Nullable Duration interval,
    Map<String, List<String>> variables) {
  public Setting {
    shared = List.copyOf(shared);
    variables = Map.copyOf(variables);
  }
}
