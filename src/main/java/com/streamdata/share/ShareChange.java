package com.streamdata.share;

import com.streamdata.access.Right;
import com.streamdata.error.Checks;
import com.streamdata.http.Change;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a link; absent members stay as they are.
 *
 * @param password null as a value takes the password away; any change locks out who unlocked it
 *     before
 * @param timeSelection whether visitors may choose another time
 * @param annotations whether visitors see the dashboard's annotations
 * @param variableSelection whether visitors may choose among the listed values of variables
 * @param embed whether other sites may show it in a frame
 * @param expires ISO 8601 instant; null as a value: never
 */
record ShareChange(
    @Nullable Boolean enabled,
    @Nullable Right access,
    @Nullable Change<SharePassword> password,
    @Nullable Change<String> expires,
    @Nullable Boolean timeSelection,
    @Nullable Boolean annotations,
    @Nullable Boolean variableSelection,
    @Nullable Boolean embed) {
  ShareChange {
    Checks.require(
        expires == null || expires.value() == null || isInstant(expires.value()),
        "expires",
        "must be an instant such as 2027-01-01T00:00:00Z, or null");
  }

  @Nullable Instant expiresAt(@Nullable Instant current) {
    if (expires == null) {
      return current;
    }
    return expires.value() == null ? null : Instant.parse(expires.value());
  }

  private static boolean isInstant(String text) {
    try {
      return Instant.parse(text).toEpochMilli() > 0;
    } catch (DateTimeException | ArithmeticException _) {
      return false;
    }
  }
}
