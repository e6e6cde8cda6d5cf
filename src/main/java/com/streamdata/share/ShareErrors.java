package com.streamdata.share;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How using a share can fail. */
final class ShareErrors {
  private static final ErrorCode NOT_FOUND =
      new ErrorCode("share.not-found", ErrorKind.NOT_FOUND, "There is no such link");

  static final ErrorCode LOCKED =
      new ErrorCode("share.locked", ErrorKind.UNAUTHENTICATED, "This link asks for a password");
  static final ErrorCode NEEDS_CODE =
      new ErrorCode(
          "share.needs-code", ErrorKind.UNAUTHENTICATED, "This link is for invited people");
  static final ErrorCode PAUSED =
      new ErrorCode("share.paused", ErrorKind.FORBIDDEN, "This dashboard is paused");
  static final ErrorCode WRONG_PASSWORD =
      new ErrorCode("share.wrong-password", ErrorKind.UNAUTHENTICATED, "The password is wrong");
  static final ErrorCode TOO_MANY_TRIES =
      new ErrorCode("share.too-many-tries", ErrorKind.TOO_MANY, "Too many wrong passwords");

  private ShareErrors() {}

  /** Also given for revoked, disabled and expired links, so that a guess cannot tell them apart. */
  static AppException notFound() {
    return new AppException(NOT_FOUND, "It may have been revoked. Ask whoever sent it to you.");
  }
}
