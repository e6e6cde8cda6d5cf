package com.streamdata.dashboard;

import com.streamdata.access.AccessErrors;
import com.streamdata.error.AppException;

/** How asking for a dashboard can fail. */
final class DashboardErrors {
  private DashboardErrors() {}

  static AppException notFound() {
    return AccessErrors.notFound("dashboard");
  }

  static AppException noTile() {
    return AccessErrors.notFound("tile");
  }
}
