package com.streamdata.access;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** The form of ids on the wire. */
final class Digits {
  private static final ErrorCode BAD_ID =
      new ErrorCode("request.bad-id", ErrorKind.NOT_FOUND, "There is no such thing");

  private Digits() {}

  /** What is not an id of ours names nothing, so it is a not-found, in the words of any other. */
  static long parse(String digits) {
    if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new AppException(BAD_ID, "An id is a number of up to 18 digits.");
    }
    return Long.parseLong(digits);
  }
}
