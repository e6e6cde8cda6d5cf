package com.streamdata.http;

import org.jspecify.annotations.Nullable;

/**
 * A member of a PATCH that can also be taken away (RFC 7396): the component itself is null when the
 * member is absent, {@code value} is null when it is sent as null.
 */
public record Change<T>(@Nullable T value) {

  /** What holds after the patch. */
  public static <T> @Nullable T apply(@Nullable Change<T> change, @Nullable T current) {
    return change == null ? current : change.value();
  }
}
