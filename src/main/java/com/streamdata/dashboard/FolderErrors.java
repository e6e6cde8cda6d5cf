package com.streamdata.dashboard;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How working with folders can fail, in Grafana's words: nobody else asks for folders. */
final class FolderErrors {
  private static final ErrorCode NOT_FOUND =
      new ErrorCode("grafana.not-found", ErrorKind.NOT_FOUND, "folder not found");
  static final ErrorCode STALE =
      new ErrorCode(
          "grafana.version-mismatch",
          ErrorKind.STALE,
          "the folder has been changed by someone else");
  static final ErrorCode UID_EXISTS =
      new ErrorCode("grafana.", ErrorKind.CONFLICT, "a folder with the same uid already exists");
  static final ErrorCode NO_TITLE =
      new ErrorCode("grafana.empty-name", ErrorKind.INVALID, "folder title cannot be empty");
  static final ErrorCode LONG_TITLE =
      new ErrorCode("grafana.title-too-long", ErrorKind.INVALID, "folder title is too long");
  static final ErrorCode BAD_UID =
      new ErrorCode(
          "grafana.",
          ErrorKind.INVALID,
          "uid must have at most 40 characters: letters, digits, - and _");
  static final ErrorCode NESTED =
      new ErrorCode("grafana.", ErrorKind.INVALID, "there are no folders in folders here");
  static final ErrorCode FORBIDDEN =
      new ErrorCode("grafana.", ErrorKind.FORBIDDEN, "Access denied to this folder");

  private FolderErrors() {}

  static AppException notFound() {
    return failure(NOT_FOUND);
  }

  static AppException failure(ErrorCode code) {
    return new AppException(code, code.title());
  }
}
