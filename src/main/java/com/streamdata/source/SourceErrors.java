package com.streamdata.source;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How working with sources can fail. */
final class SourceErrors {
  static final ErrorCode IN_USE =
      new ErrorCode("source.in-use", ErrorKind.CONFLICT, "The source is in use");

  static final ErrorCode WRONG_KIND =
      new ErrorCode(
          "source.wrong-kind", ErrorKind.CONFLICT, "A source of this kind does not do this");

  private SourceErrors() {}
}
