package com.streamdata.dashboard;

import java.time.Instant;

/**
 * A drawer for dashboards. There are no folders in folders.
 *
 * @param uid up to 40 letters, digits, - and _
 * @param createdBy e-mail address
 * @param version grows with every change of it
 */
public record Folder(
    FolderId id,
    String uid,
    String title,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
