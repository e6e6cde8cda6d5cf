package com.streamdata.identity;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How saying who one is can fail. */
final class IdentityErrors {
  /** Missing, malformed, unknown, revoked or expired: all the same to whoever is guessing. */
  static final ErrorCode BAD_KEY =
      new ErrorCode("key.invalid", ErrorKind.UNAUTHENTICATED, "The API key is not valid");

  static final ErrorCode WRONG_PASSWORD =
      new ErrorCode(
          "session.wrong-password", ErrorKind.UNAUTHENTICATED, "E-mail or password is wrong");
  static final ErrorCode TOO_MANY_TRIES =
      new ErrorCode("session.too-many-tries", ErrorKind.TOO_MANY, "Too many wrong passwords");
  static final ErrorCode CROSS_SITE =
      new ErrorCode("session.cross-site", ErrorKind.FORBIDDEN, "Refused: sent from another site");
  static final ErrorCode EMAIL_TAKEN =
      new ErrorCode("user.email-taken", ErrorKind.CONFLICT, "There is a user with this address");
  static final ErrorCode LAST_ADMIN =
      new ErrorCode("user.last-admin", ErrorKind.CONFLICT, "There must be an admin");

  private IdentityErrors() {}
}
