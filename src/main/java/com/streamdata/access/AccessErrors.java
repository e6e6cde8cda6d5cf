package com.streamdata.access;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How asking can be refused. */
public final class AccessErrors {
  public static final ErrorCode UNAUTHENTICATED =
      new ErrorCode("access.unauthenticated", ErrorKind.UNAUTHENTICATED, "Who is asking?");
  public static final ErrorCode FORBIDDEN =
      new ErrorCode("access.forbidden", ErrorKind.FORBIDDEN, "You may not do this");

  /** In Grafana's words (observed behaviour, 4.3). */
  public static final ErrorCode DENIED =
      new ErrorCode("access.denied", ErrorKind.FORBIDDEN, "Access denied");

  /** Grafana's answer to who asks for a dashboard that is not there and may not see all. */
  public static final ErrorCode MISSING =
      new ErrorCode("access.missing", ErrorKind.NOT_FOUND, "Not found");

  private AccessErrors() {}

  /** Says which permission is missing. */
  public static AppException denied(String action) {
    return new AppException(
        DENIED,
        "You'll need additional permissions to perform this action. Permissions needed: " + action);
  }

  /**
   * What does not exist, or the caller may not know to exist, in the same words. The code is {@code
   * <noun>.not-found}.
   */
  public static AppException notFound(String noun) {
    ErrorCode code =
        new ErrorCode(noun + ".not-found", ErrorKind.NOT_FOUND, "There is no such " + noun);
    return new AppException(code, "No " + noun + " has this id, or you may not see it.");
  }
}
