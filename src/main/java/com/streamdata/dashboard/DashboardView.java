package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.http.CreatedDay;

/** A dashboard with all that belongs to it. */
public record DashboardView(
    DashboardId id,
    String uid,
    String name,
    String owner,
    CreatedDay created,
    long version,
    String timeZone) {}
