package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.http.StoredJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the refreshing of a source is, as the API shows it.
 *
 * @param state waiting for its first run, ok, failing, or stopped: after five failures in a row it
 *     is tried ever more rarely
 * @param refreshedAt when the last good run began
 * @param nextAt when it is tried next; null when on demand only
 * @param failures in a row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefreshView(
    String state,
    @Nullable Instant refreshedAt,
    @Nullable Instant nextAt,
    int failures,
    @Nullable RunFailure error) {

  /** With what came back only for who may change the source. */
  static RefreshView of(Progress progress, boolean mayChange) {
    return new RefreshView(
        state(progress),
        progress.refreshedAt(),
        progress.nextAt(),
        progress.failures(),
        failure(progress, mayChange));
  }

  private static @Nullable RunFailure failure(Progress progress, boolean mayChange) {
    if (progress.error() == null) {
      return null;
    }
    RunFailure failure = StoredJson.read(progress.error(), RunFailure.class);
    return mayChange ? failure : new RunFailure(failure.stage(), failure.stage().title(), null);
  }

  private static String state(Progress progress) {
    if (progress.failures() > 0) {
      return progress.failures() < Backoff.OPEN_AFTER ? "failing" : "stopped";
    }
    return progress.refreshedAt() == null ? "waiting" : "ok";
  }
}
