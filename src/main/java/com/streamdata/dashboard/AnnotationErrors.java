package com.streamdata.dashboard;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How working with annotations can fail, in Grafana's words: nobody else asks for them. */
final class AnnotationErrors {
  private static final ErrorCode NOT_FOUND =
      new ErrorCode("grafana.", ErrorKind.NOT_FOUND, "Annotation not found");
  static final ErrorCode NO_DASHBOARD =
      new ErrorCode(
          "grafana.", ErrorKind.INVALID, "dashboardUID or dashboardId must name a dashboard");
  static final ErrorCode NO_TEXT =
      new ErrorCode("grafana.", ErrorKind.INVALID, "text field should not be empty");
  static final ErrorCode TOO_LONG =
      new ErrorCode("grafana.", ErrorKind.INVALID, "text is longer than 10000 characters");
  static final ErrorCode BAD_TIME =
      new ErrorCode(
          "grafana.", ErrorKind.INVALID, "time must be epoch milliseconds from 1970 to 9999");
  static final ErrorCode BAD_TAGS =
      new ErrorCode(
          "grafana.", ErrorKind.INVALID, "tags must be at most 50 of at most 100 characters");
  static final ErrorCode TOO_MANY =
      new ErrorCode("grafana.", ErrorKind.CONFLICT, "the dashboard has 10000 annotations already");

  private AnnotationErrors() {}

  static AppException notFound() {
    return failure(NOT_FOUND);
  }

  static AppException failure(ErrorCode code) {
    return new AppException(code, code.title());
  }
}
