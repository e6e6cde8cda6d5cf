package com.streamdata.dashboard;

import com.streamdata.query.time.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard to be made.
 *
 * @param timeZone in which days begin; null for UTC
 * @param timeRange shown unless another is asked for; null for everything
 */
public record NewDashboard(
    DashboardName name, @Nullable TimeZoneName timeZone, @Nullable TimeRange timeRange) {

  /** A dashboard of the server's own. */
  public static NewDashboard of(String name) {
    return new NewDashboard(new DashboardName(name), null, null);
  }
}
