package com.streamdata.error;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with a value, so that the caller hears of all of it at once.
 */
public final class Checks {
  public static final ErrorCode INVALID =
      new ErrorCode("request.invalid", ErrorKind.INVALID, "The request is not valid");

  private final List<ErrorDetail> details = new ArrayList<>();

  /** Requires one thing and throws at once. */
  public static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw invalid(field, message);
    }
  }

  public static AppException invalid(String field, String message) {
    return new Checks().add(ErrorDetail.field(field, message)).failure();
  }

  public static AppException invalid(List<ErrorDetail> details) {
    Checks checks = new Checks();
    details.forEach(checks::add);
    return checks.failure();
  }

  public Checks that(boolean holds, String field, String message) {
    return holds ? this : add(ErrorDetail.field(field, message));
  }

  public Checks add(ErrorDetail detail) {
    details.add(detail);
    return this;
  }

  /** Throws what was collected, if anything. */
  public void done() {
    if (!details.isEmpty()) {
      throw failure();
    }
  }

  private AppException failure() {
    String message =
        details.size() == 1
            ? sentence(details.getFirst())
            : details.size() + " things are wrong; see errors.";
    return new AppException(INVALID, message, details);
  }

  private static String sentence(ErrorDetail detail) {
    return detail.field() == null || detail.field().isEmpty()
        ? detail.message()
        : detail.field() + " " + detail.message();
  }
}
