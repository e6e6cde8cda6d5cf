package com.streamdata.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a source that failed is tried again. */
final class Backoff {
  /** So many failures in a row open the circuit: from then on it is tried ever more rarely. */
  static final int OPEN_AFTER = 5;

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Backoff() {}

  /**
   * How long to wait. While the circuit is open it is anything up to a limit that doubles each time
   * (full jitter), so that sources that failed together are not tried together.
   *
   * @param failures in a row, at least 1
   * @param every how often it is fetched when all is well
   */
  static Duration delay(int failures, Duration every, RandomGenerator random) {
    Duration base = every.compareTo(SOON) < 0 ? every : SOON;
    if (failures < OPEN_AFTER) {
      return base;
    }
    int doublings = Math.min(failures - OPEN_AFTER + 1, 20);
    long most = Math.min(base.toMillis() << doublings, LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(SHORTEST.toMillis(), most + 1));
  }
}
