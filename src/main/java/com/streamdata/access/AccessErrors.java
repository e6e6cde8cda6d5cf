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

  private AccessErrors() {}

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
