package com.streamdata.http;

import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How a request can fail before any feature sees it. */
public final class HttpErrors {
  public static final ErrorCode MALFORMED_JSON =
      new ErrorCode("request.malformed-json", ErrorKind.INVALID, "The body is not JSON");
  public static final ErrorCode UNKNOWN_FIELD =
      new ErrorCode("request.unknown-field", ErrorKind.INVALID, "The request has an unknown field");
  public static final ErrorCode TOO_LARGE =
      new ErrorCode("request.too-large", ErrorKind.TOO_LARGE, "The body is too large");
  public static final ErrorCode UNSUPPORTED_TYPE =
      new ErrorCode(
          "request.unsupported-type",
          ErrorKind.UNSUPPORTED_TYPE,
          "The content type is not read here");
  public static final ErrorCode NOT_ACCEPTABLE =
      new ErrorCode("request.not-acceptable", ErrorKind.NOT_ACCEPTABLE, "No such form of answer");
  public static final ErrorCode METHOD_NOT_ALLOWED =
      new ErrorCode(
          "request.method-not-allowed",
          ErrorKind.METHOD_NOT_ALLOWED,
          "This address has no such method");
  public static final ErrorCode NO_SUCH_ADDRESS =
      new ErrorCode("request.not-found", ErrorKind.NOT_FOUND, "There is nothing at this address");
  public static final ErrorCode REFUSED =
      new ErrorCode("request.refused", ErrorKind.FORBIDDEN, "The request is refused");
  public static final ErrorCode BAD_REQUEST =
      new ErrorCode("request.invalid", ErrorKind.INVALID, "The request is not valid");
  public static final ErrorCode INTERNAL =
      new ErrorCode("server.error", ErrorKind.INTERNAL, "Something went wrong on this server");
  public static final ErrorCode KEY_REUSED =
      new ErrorCode(
          "idempotency.key-reused",
          ErrorKind.UNPROCESSABLE,
          "This Idempotency-Key came with another request before");
  public static final ErrorCode KEY_IN_PROGRESS =
      new ErrorCode(
          "idempotency.in-progress",
          ErrorKind.CONFLICT,
          "The first request is still being worked on");

  private HttpErrors() {}
}
