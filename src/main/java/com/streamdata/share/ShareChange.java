package com.streamdata.share;

import com.streamdata.access.Right;
import com.streamdata.http.Change;
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
 * @param expires null as a value: never
 */
record ShareChange(
    @Nullable Boolean enabled,
    @Nullable Right access,
    @Nullable Change<SharePassword> password,
    @Nullable Change<Expiry> expires,
    @Nullable Boolean timeSelection,
    @Nullable Boolean annotations,
    @Nullable Boolean variableSelection,
    @Nullable Boolean embed) {

  @Nullable Instant expiresAt(@Nullable Instant current) {
    if (expires == null) {
      return current;
    }
    return expires.value() == null ? null : expires.value().at();
  }
}
