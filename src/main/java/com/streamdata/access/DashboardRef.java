package com.streamdata.access;

import org.jspecify.annotations.Nullable;

/**
 * As much of a dashboard as deciding about it takes.
 *
 * @param folderUid of the folder it lies in; null for none
 */
public record DashboardRef(
    DashboardId id, String uid, UserId ownerId, @Nullable String folderUid) {}
