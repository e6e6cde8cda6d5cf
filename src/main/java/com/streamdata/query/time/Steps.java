package com.streamdata.query.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** How far the points of a time series are apart, so that a range has a readable number of them. */
public final class Steps {
  private static final int POINTS = 1_000;
  private static final Duration OPEN = Duration.ofDays(1);
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  /** The longest length in milliseconds that becomes each step; Grafana's table. */
  private static final NavigableMap<Long, Long> TABLE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(10L, 1L),
              Map.entry(15L, 10L),
              Map.entry(35L, 20L),
              Map.entry(75L, 50L),
              Map.entry(150L, 100L),
              Map.entry(350L, 200L),
              Map.entry(750L, 500L),
              Map.entry(1_500L, SECOND),
              Map.entry(3_500L, 2 * SECOND),
              Map.entry(7_500L, 5 * SECOND),
              Map.entry(12_500L, 10 * SECOND),
              Map.entry(17_500L, 15 * SECOND),
              Map.entry(25_000L, 20 * SECOND),
              Map.entry(45_000L, 30 * SECOND),
              Map.entry(90_000L, MINUTE),
              Map.entry(210_000L, 2 * MINUTE),
              Map.entry(450_000L, 5 * MINUTE),
              Map.entry(750_000L, 10 * MINUTE),
              Map.entry(1_050_000L, 15 * MINUTE),
              Map.entry(1_500_000L, 20 * MINUTE),
              Map.entry(2_700_000L, 30 * MINUTE),
              Map.entry(5_400_000L, HOUR),
              Map.entry(9_000_000L, 2 * HOUR),
              Map.entry(16_200_000L, 3 * HOUR),
              Map.entry(9 * HOUR, 6 * HOUR),
              Map.entry(DAY, 12 * HOUR),
              Map.entry(2 * DAY, DAY),
              Map.entry(7 * DAY, DAY),
              Map.entry(21 * DAY, 7 * DAY),
              Map.entry(2 * YEAR - 1, 30 * DAY),
              Map.entry(Long.MAX_VALUE, YEAR)));

  private Steps() {}

  /** The step for a length of time, rounded down by Grafana's table. */
  public static Duration roundDown(Duration length) {
    return Duration.ofMillis(
        Objects.requireNonNull(TABLE.ceilingEntry(length.toMillis())).getValue());
  }

  /** What suits a page that draws the whole range; a day where the range is open. */
  public static Duration of(Interval range, Instant now) {
    Instant to = range.to() == null ? now : range.to();
    return range.from() == null
        ? OPEN
        : roundDown(Duration.between(range.from(), to).dividedBy(POINTS));
  }
}
