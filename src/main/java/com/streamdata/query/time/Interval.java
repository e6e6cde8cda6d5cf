package com.streamdata.query.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from the first instant in it; null for no beginning
 * @param to the first instant after it; null for no end
 */
public record Interval(@Nullable Instant from, @Nullable Instant to) {
  public static final Interval ALL = new Interval(null, null);
}
