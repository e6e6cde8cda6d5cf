package com.streamdata.error;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param field path of the wrong field, such as {@code query.measures[0].column}; null when the
 *     place is a row
 * @param line line or row number from 1 in what was sent; null when the place is a field
 * @param column the data column, when a row is wrong in one of its columns
 * @param message what is wrong and how to mend it
 */
public record ErrorDetail(
    @Nullable String field, @Nullable Long line, @Nullable String column, String message) {

  public static ErrorDetail field(String field, String message) {
    return new ErrorDetail(field, null, null, message);
  }

  public static ErrorDetail row(long line, @Nullable String column, String message) {
    return new ErrorDetail(null, line, column, message);
  }

  /** The same, for a value that sits inside {@code parent}. */
  public ErrorDetail under(String parent) {
    if (field == null || parent.isEmpty()) {
      return this;
    }
    String path =
        field.isEmpty() ? parent : field.startsWith("[") ? parent + field : parent + "." + field;
    return new ErrorDetail(path, line, column, message);
  }
}
