package com.streamdata.identity;

import com.streamdata.access.KeyId;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the database knows it, with its user.
 *
 * @param permissions JSON list of what it is limited to; null for all that its role allows
 * @param userPermissions the same for all keys of its user, a service account; null for no limit
 */
record StoredKey(
    KeyId id,
    UserId userId,
    String email,
    Role userRole,
    boolean disabled,
    String name,
    Role role,
    @Nullable String permissions,
    @Nullable String userPermissions,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** A service account's own list holds for all its tokens. */
  @Nullable String effectivePermissions() {
    return permissions == null ? userPermissions : permissions;
  }
}
