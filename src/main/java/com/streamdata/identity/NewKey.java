package com.streamdata.identity;

import com.streamdata.access.Permission;
import com.streamdata.access.Role;
import com.streamdata.error.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param role at most this much; null: as much as its user
 * @param permissions nothing but this; null: all that its role allows
 * @param expires ISO 8601 instant from which on it no longer works; null: never
 */
record NewKey(
    String name,
    @Nullable Role role,
    @Nullable List<Permission> permissions,
    @Nullable String expires) {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_PERMISSIONS = 100;

  NewKey {
    new Checks()
        .that(
            !name.isBlank() && name.length() <= LONGEST_NAME,
            "name",
            "must have 1 to 100 characters")
        .that(
            permissions == null
                || (!permissions.isEmpty() && permissions.size() <= MOST_PERMISSIONS),
            "permissions",
            "must list 1 to 100 permissions, or be left out")
        .that(
            expires == null || isInstant(expires),
            "expires",
            "must be an instant such as 2027-01-01T00:00:00Z")
        .done();
  }

  @Nullable Instant expiresAt() {
    return expires == null ? null : Instant.parse(expires);
  }

  private static boolean isInstant(String text) {
    try {
      return Instant.parse(text).toEpochMilli() > 0;
    } catch (DateTimeException | ArithmeticException _) {
      return false;
    }
  }
}
