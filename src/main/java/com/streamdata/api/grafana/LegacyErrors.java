package com.streamdata.api.grafana;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import java.util.Optional;

/**
 * How Grafana's older addresses fail: a message, and for some a word as {@code status} (observed
 * behaviour, 5.3).
 */
final class LegacyErrors {
  private static final String PREFIX = "grafana.";

  static final ErrorCode DASHBOARD_NOT_FOUND =
      code("not-found", ErrorKind.NOT_FOUND, "Dashboard not found");
  static final ErrorCode VERSION_MISMATCH =
      code("version-mismatch", ErrorKind.STALE, "The dashboard has been changed by someone else");
  static final ErrorCode UID_TAKEN =
      code("", ErrorKind.INVALID, "A dashboard with the same uid already exists");
  static final ErrorCode EMPTY_TITLE =
      code("empty-name", ErrorKind.INVALID, "Dashboard title cannot be empty");
  static final ErrorCode TITLE_TOO_LONG =
      code(
          "title-too-long",
          ErrorKind.INVALID,
          "Dashboard title cannot contain more than 5000 characters");
  static final ErrorCode FOLDER_NOT_FOUND = code("", ErrorKind.NOT_FOUND, "Folder not found");
  static final ErrorCode DATA_SOURCE_NOT_FOUND =
      code("", ErrorKind.NOT_FOUND, "Data source not found");
  static final ErrorCode BAD_BODY = code("", ErrorKind.INVALID, "bad request data");

  private LegacyErrors() {}

  /** A failure in the words of its code. */
  static AppException of(ErrorCode code) {
    return new AppException(code, code.title());
  }

  /** A wrong request, in words of our own that name what is wrong. */
  static AppException wrong(String message) {
    return new AppException(BAD_BODY, message);
  }

  /** Grafana's {@code status} for a code of this class that has one. */
  static Optional<String> statusOf(ErrorCode code) {
    return code.code().startsWith(PREFIX) && code.code().length() > PREFIX.length()
        ? Optional.of(code.code().substring(PREFIX.length()))
        : Optional.empty();
  }

  private static ErrorCode code(String status, ErrorKind kind, String message) {
    return new ErrorCode(PREFIX + status, kind, message);
  }
}
