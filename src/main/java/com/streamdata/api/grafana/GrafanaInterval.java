package com.streamdata.api.grafana;

import com.streamdata.query.time.Interval;
import com.streamdata.query.time.Steps;
import java.time.Duration;
import java.time.Instant;

/**
 * How far points are apart and how many there are at most (observed behaviour, 2.7): what the
 * client wants, unless that is finer than a safe step.
 */
record GrafanaInterval(long intervalMs, long maxDataPoints) {
  private static final long SAFE_POINTS = 11_000;

  static GrafanaInterval of(Interval range, long intervalMs, long maxDataPoints) {
    Instant from = range.from();
    Instant to = range.to();
    if (from == null || to == null) {
      return new GrafanaInterval(intervalMs, maxDataPoints);
    }
    Duration length = Duration.between(from, to).dividedBy(SAFE_POINTS);
    long safe = Steps.roundDown(length).toMillis();
    return intervalMs > safe
        ? new GrafanaInterval(intervalMs, maxDataPoints)
        : new GrafanaInterval(safe, SAFE_POINTS);
  }
}
