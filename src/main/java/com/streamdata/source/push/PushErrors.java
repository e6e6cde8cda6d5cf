package com.streamdata.source.push;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How reading rows can fail. */
public final class PushErrors {
  public static final ErrorCode MALFORMED =
      new ErrorCode("rows.malformed", ErrorKind.INVALID, "The body cannot be read");

  public static final ErrorCode TOO_LARGE =
      new ErrorCode("rows.too-large", ErrorKind.TOO_LARGE, "One push is too large");

  private PushErrors() {}
}
