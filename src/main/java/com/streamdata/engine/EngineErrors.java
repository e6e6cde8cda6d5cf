package com.streamdata.engine;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How a database can fail to answer. */
public final class EngineErrors {
  public static final ErrorCode TOO_SLOW =
      new ErrorCode(
          "query.too-slow", ErrorKind.UNAVAILABLE, "The query took too long and was stopped");

  public static final ErrorCode TOO_LARGE =
      new ErrorCode(
          "query.too-large", ErrorKind.UNAVAILABLE, "The query needs more memory than there is");

  public static final ErrorCode REMOTE =
      new ErrorCode(
          "query.remote", ErrorKind.UPSTREAM, "The database of this source does not answer");

  private EngineErrors() {}
}
