package com.streamdata.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * A dashboard to be made.
 *
 * @param timeZone in which days begin; null for UTC
 */
public record NewDashboard(DashboardName name, @Nullable TimeZoneName timeZone) {

  /** A dashboard of the server's own. */
  public static NewDashboard of(String name) {
    return new NewDashboard(new DashboardName(name), null);
  }
}
