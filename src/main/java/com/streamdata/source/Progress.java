package com.streamdata.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the refreshing of a source is, as it is stored.
 *
 * @param refreshedAt when the last good run began; null if there was none
 * @param nextAt when the next run is due; null when rows are fetched on demand only
 * @param failures in a row, up to now
 * @param state what the next run wants to know of the last good one, a JSON object of texts
 * @param error why the last run failed, as JSON; null if it did not
 */
public record Progress(
    @Nullable Instant refreshedAt,
    @Nullable Instant nextAt,
    int failures,
    String state,
    @Nullable String error) {
  static final Progress NONE = new Progress(null, null, 0, "{}", null);
}
