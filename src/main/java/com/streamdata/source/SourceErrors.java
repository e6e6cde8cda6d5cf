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

  static final ErrorCode BUSY =
      new ErrorCode("source.busy", ErrorKind.CONFLICT, "A file is being read into the source");

  static final ErrorCode NO_ROW_FITS =
      new ErrorCode("file.no-row-fits", ErrorKind.INVALID, "No line of the file fits");

  static final ErrorCode STOPPED =
      new ErrorCode("import.stopped", ErrorKind.UNAVAILABLE, "The import was stopped");

  static final ErrorCode TOO_MANY_IMPORTS =
      new ErrorCode("import.too-many", ErrorKind.TOO_MANY, "Too many files are waiting");

  static final ErrorCode TOO_MANY_TRIALS =
      new ErrorCode(
          "source.too-many-tests", ErrorKind.TOO_MANY, "Too many sources are being tried");

  static final ErrorCode NO_ANSWER =
      new ErrorCode(
          "source.no-answer", ErrorKind.UPSTREAM, "The database of this source does not answer");

  private SourceErrors() {}
}
