package com.streamdata.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure that is the caller's business: it carries what the caller is told. */
public final class AppException extends RuntimeException {
  private final ErrorCode code;
  private final transient List<ErrorDetail> details;
  private final @Nullable Duration retryAfter;

  private AppException(
      ErrorCode code,
      String message,
      List<ErrorDetail> details,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.details = List.copyOf(details);
    this.retryAfter = retryAfter;
  }

  public AppException(ErrorCode code, String message) {
    this(code, message, List.of(), null, null);
  }

  public AppException(ErrorCode code, String message, List<ErrorDetail> details) {
    this(code, message, details, null, null);
  }

  public AppException(ErrorCode code, String message, Throwable cause) {
    this(code, message, List.of(), null, cause);
  }

  /** Too much at once: the caller may try again after the given time. */
  public static AppException tooMany(ErrorCode code, String message, Duration retryAfter) {
    return new AppException(code, message, List.of(), retryAfter, null);
  }

  public ErrorCode code() {
    return code;
  }

  public List<ErrorDetail> details() {
    return details;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
