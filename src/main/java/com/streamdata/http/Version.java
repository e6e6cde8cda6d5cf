package com.streamdata.http;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: {@code ETag: "7"} and {@code If-Match: "7"} (RFC 9110, 13.1.1). */
public final class Version {
  private static final ErrorCode STALE =
      new ErrorCode("version.stale", ErrorKind.STALE, "It was changed by somebody else meanwhile");

  private Version() {}

  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Requires that the caller has seen the newest version, if it says which one it has seen.
   *
   * @param ifMatch the header; null when the caller does not care
   * @throws AppException stale, when it has seen another one
   */
  public static void require(@Nullable String ifMatch, long version) {
    boolean met =
        ifMatch == null
            || ifMatch.strip().equals("*")
            || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag(version)::equals);
    if (!met) {
      throw new AppException(
          STALE, "Its version is " + version + " now: read it again and repeat the change.");
    }
  }
}
