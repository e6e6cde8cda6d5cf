package com.streamdata.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.error.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a failure (RFC 9457).
 *
 * @param type always {@code about:blank}: the code tells failures apart
 * @param code stable name of the failure
 * @param errors each wrong field or row; absent where there is none to name
 * @param incident under which the log tells more; only where it is our fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String code,
    @Nullable List<ErrorDetail> errors,
    @Nullable String incident) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(AppException failure) {
    return new Problem(
        "about:blank",
        failure.code().title(),
        status(failure.code().kind()),
        failure.getMessage(),
        failure.code().code(),
        failure.details().isEmpty() ? null : failure.details(),
        null);
  }

  static Problem incident(String incident) {
    return new Problem(
        "about:blank",
        HttpErrors.INTERNAL.title(),
        status(HttpErrors.INTERNAL.kind()),
        null,
        HttpErrors.INTERNAL.code(),
        null,
        incident);
  }

  /** The only place that knows which kind of failure is which status. */
  public static int status(ErrorKind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case TIMEOUT -> 408;
      case CONFLICT -> 409;
      case STALE -> 412;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_TYPE -> 415;
      case UNPROCESSABLE -> 422;
      case TOO_MANY -> 429;
      case INTERNAL -> 500;
      case UPSTREAM -> 502;
      case UNAVAILABLE -> 503;
    };
  }
}
