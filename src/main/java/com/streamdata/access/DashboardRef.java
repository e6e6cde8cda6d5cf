package com.streamdata.access;

/** As much of a dashboard as deciding about it takes. */
public record DashboardRef(DashboardId id, String uid, UserId ownerId) {}
