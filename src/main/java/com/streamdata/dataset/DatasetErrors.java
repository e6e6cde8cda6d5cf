package com.streamdata.dataset;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How keeping rows can fail. */
public final class DatasetErrors {
  static final ErrorCode NOT_FOUND =
      new ErrorCode("dataset.not-found", ErrorKind.NOT_FOUND, "There are no rows of such a source");

  public static final ErrorCode ROWS_REFUSED =
      new ErrorCode("rows.refused", ErrorKind.INVALID, "Some rows do not fit; none was kept");

  static final ErrorCode TOO_MANY_WRITES =
      new ErrorCode(
          "rows.too-many", ErrorKind.TOO_MANY, "More rows arrive than can be written just now");

  static final ErrorCode TOO_MANY_READS =
      new ErrorCode("rows.busy", ErrorKind.TOO_MANY, "Too many queries are waiting just now");

  /** Two read the same rows into one dataset. */
  static final ErrorCode POSITIONS_MOVED =
      new ErrorCode("rows.read-twice", ErrorKind.CONFLICT, "The rows were read by another");

  static final ErrorCode UNAVAILABLE =
      new ErrorCode(
          "rows.unavailable", ErrorKind.UNAVAILABLE, "Rows cannot be read or written just now");

  private DatasetErrors() {}
}
