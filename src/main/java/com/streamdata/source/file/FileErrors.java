package com.streamdata.source.file;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorDetail;
import com.streamdata.error.ErrorKind;
import java.util.List;

/** How reading an uploaded file can fail. */
public final class FileErrors {
  public static final ErrorCode UNREADABLE =
      new ErrorCode("file.unreadable", ErrorKind.INVALID, "The file cannot be read");

  public static final ErrorCode TOO_LARGE =
      new ErrorCode("file.too-large", ErrorKind.TOO_LARGE, "The file is too large");

  private FileErrors() {}

  static AppException unreadable(String message) {
    return new AppException(UNREADABLE, message);
  }

  static AppException tooManyColumns(String what) {
    return unreadable("The %s has more than %d columns.".formatted(what, FileColumn.MOST));
  }

  static AppException unreadable(long line, String message) {
    return new AppException(
        UNREADABLE,
        "Line " + line + ": " + message + ".",
        List.of(ErrorDetail.row(line, null, message)));
  }
}
