package com.streamdata.identity;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How saying who one is can fail. */
public final class IdentityErrors {
  /** Missing, malformed, unknown, revoked or expired: all the same to whoever is guessing. */
  public static final ErrorCode BAD_KEY =
      new ErrorCode("key.invalid", ErrorKind.UNAUTHENTICATED, "The API key is not valid");

  /** Told apart from the others: whoever holds a key may know that it is too old. */
  public static final ErrorCode EXPIRED_KEY =
      new ErrorCode("key.expired", ErrorKind.UNAUTHENTICATED, "The API key has expired");

  /** A Grafana client asks for another organization than the only one there is. */
  public static final ErrorCode OTHER_ORGANIZATION =
      new ErrorCode(
          "key.organization-mismatch",
          ErrorKind.UNAUTHENTICATED,
          "There is one organization here, with the id 1");

  public static final ErrorCode WRONG_PASSWORD =
      new ErrorCode(
          "session.wrong-password", ErrorKind.UNAUTHENTICATED, "E-mail or password is wrong");
  public static final ErrorCode TOO_MANY_TRIES =
      new ErrorCode("session.too-many-tries", ErrorKind.TOO_MANY, "Too many wrong passwords");
  static final ErrorCode CROSS_SITE =
      new ErrorCode("session.cross-site", ErrorKind.FORBIDDEN, "Refused: sent from another site");
  static final ErrorCode EMAIL_TAKEN =
      new ErrorCode("user.email-taken", ErrorKind.CONFLICT, "There is a user with this address");
  static final ErrorCode LAST_ADMIN =
      new ErrorCode("user.last-admin", ErrorKind.CONFLICT, "There must be an admin");

  public static final ErrorCode ACCOUNT_TAKEN =
      new ErrorCode(
          "service-account.taken", ErrorKind.INVALID, "There is a service account of this name");

  private IdentityErrors() {}
}
