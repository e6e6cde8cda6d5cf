package com.streamdata.visualization;

import com.streamdata.access.AccessErrors;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/** How working with visualizations can fail. */
final class VisualizationErrors {
  static final ErrorCode TOO_MANY =
      new ErrorCode("visualization.too-many", ErrorKind.CONFLICT, "The dashboard is full");

  private VisualizationErrors() {}

  static AppException notFound() {
    return AccessErrors.notFound("visualization");
  }
}
