package com.streamdata.query.ask;

import com.streamdata.access.Caller;
import com.streamdata.engine.EngineErrors;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How asking for data can fail. */
public final class QueryErrors {
  public static final ErrorCode NO_SOURCE =
      new ErrorCode("query.no-source", ErrorKind.NOT_FOUND, "The source of this data is gone");

  public static final ErrorCode STATEMENT =
      new ErrorCode("query.statement", ErrorKind.INVALID, "The statement cannot be run");

  private static final ErrorCode NOT_NOW =
      new ErrorCode("query.not-now", ErrorKind.UPSTREAM, "The data cannot be fetched");

  private QueryErrors() {}

  /**
   * A failure as it is told to somebody: visitors do not get the engine's words, which may quote
   * rows and name columns that are not shown, nor hear what kind of source there is.
   */
  public static AppException toldTo(Caller caller, AppException failure) {
    if (!(caller instanceof Caller.ShareHolder)) {
      return failure;
    }
    ErrorCode code = failure.code();
    if (code.equals(EngineErrors.REMOTE)) {
      return new AppException(NOT_NOW, "This data cannot be fetched at the moment.");
    }
    return code.equals(STATEMENT)
        ? new AppException(code, "This query fails. Whoever has an account here sees why.")
        : failure;
  }
}
