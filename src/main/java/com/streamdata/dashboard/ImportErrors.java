package com.streamdata.dashboard;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How saving a whole dashboard can fail, in Grafana's words: only its clients do that. */
final class ImportErrors {
  static final ErrorCode NOT_FOUND =
      new ErrorCode("grafana.not-found", ErrorKind.NOT_FOUND, "Dashboard not found");
  static final ErrorCode NO_FOLDER =
      new ErrorCode("grafana.", ErrorKind.NOT_FOUND, "Folder not found");
  static final ErrorCode STALE =
      new ErrorCode(
          "grafana.version-mismatch",
          ErrorKind.STALE,
          "The dashboard has been changed by someone else");
  static final ErrorCode SAME_UID =
      new ErrorCode("grafana.", ErrorKind.INVALID, "A dashboard with the same uid already exists");
  static final ErrorCode BAD_UID =
      new ErrorCode("grafana.", ErrorKind.INVALID, "uid contains illegal characters");
  static final ErrorCode LONG_UID =
      new ErrorCode("grafana.", ErrorKind.INVALID, "uid too long, max 40 characters");

  private ImportErrors() {}

  static void require(boolean holds, ErrorCode otherwise) {
    if (!holds) {
      throw failure(otherwise);
    }
  }

  static AppException failure(ErrorCode code) {
    return new AppException(code, code.title());
  }
}
