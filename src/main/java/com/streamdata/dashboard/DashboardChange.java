package com.streamdata.dashboard;

import com.streamdata.http.Change;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.time.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a dashboard; absent members stay as they are.
 *
 * @param timeRange null as a value: everything
 * @param tiles all of them, at most three without a place
 * @param filters all of them; each holds for every visualization whose source has its column
 */
public record DashboardChange(
    @Nullable DashboardName name,
    @Nullable TimeZoneName timeZone,
    @Nullable Change<TimeRange> timeRange,
    @Nullable List<Tile> tiles,
    @Nullable List<Filter> filters) {

  /** What the holder of an edit link may change: nothing that is not in here. */
  public record ByLink(
      @Nullable DashboardName name, @Nullable List<Tile> tiles, @Nullable List<Filter> filters) {
    public DashboardChange whole() {
      return new DashboardChange(name, null, null, tiles, filters);
    }
  }
}
