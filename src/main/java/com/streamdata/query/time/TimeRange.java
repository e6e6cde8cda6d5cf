package com.streamdata.query.time;

import com.streamdata.error.Checks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The time that is asked for, as people write it: milliseconds since 1970, ISO 8601 (without an
 * offset: in the dashboard's zone), or relative: {@code now-7d}, {@code now-1M/M}, {@code
 * now/d+8h}, with the units s, m, h, d, w, M, Q and y. Rounding ({@code /d}) goes to the start of
 * the unit in {@code from} and to its end in {@code to}; a day without a time likewise.
 *
 * @param from the first instant that belongs to it; null for no beginning
 * @param to the first instant after it; null for no end
 */
public record TimeRange(@Nullable String from, @Nullable String to) {
  public static final TimeRange ALL = new TimeRange(null, null);

  private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);
  private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

  /**
   * Relative ranges move on in steps of this part of their length, so that many viewers share one
   * answer.
   */
  private static final int STEPS_PER_RANGE = 2_000;

  public TimeRange {
    if (from != null) {
      TimePoint.parse(from, "from");
    }
    if (to != null) {
      TimePoint.parse(to, "to");
    }
  }

  /** This one, or the other when this one has neither beginning nor end. */
  public TimeRange orElse(TimeRange other) {
    return from == null && to == null ? other : this;
  }

  /** Whether it means other instants as time goes by. */
  public boolean moves() {
    return (from != null && from.contains("now")) || (to != null && to.contains("now"));
  }

  /**
   * The instants meant at a certain moment. Now counts as up to a minute later than it is, in steps
   * of at least a second: never earlier, for what has just been written must be in it.
   *
   * @throws com.streamdata.error.AppException if it ends before it begins
   */
  public Interval resolve(Instant now, ZoneId zone) {
    Interval exact = at(now, zone);
    return at(roundUp(now, step(exact, now)), zone);
  }

  private Interval at(Instant now, ZoneId zone) {
    Instant start = end(from, "from", now, zone, false);
    Instant stop = end(to, "to", now, zone, true);
    Checks.require(
        start == null || stop == null || start.isBefore(stop), "to", "must be later than from");
    return new Interval(start, stop);
  }

  private static @Nullable Instant end(
      @Nullable String text, String field, Instant now, ZoneId zone, boolean end) {
    if (text == null) {
      return null;
    }
    try {
      return TimePoint.parse(text, field).resolve(now, zone, end);
    } catch (DateTimeException e) {
      throw Checks.invalid(field, "is too far away: " + e.getMessage());
    }
  }

  private static Duration step(Interval interval, Instant now) {
    Instant start = interval.from() == null ? Instant.EPOCH : interval.from();
    Instant stop = interval.to() == null ? now : interval.to();
    Duration step = Duration.between(start, stop).abs().dividedBy(STEPS_PER_RANGE);
    return step.compareTo(SHORTEST_STEP) < 0
        ? SHORTEST_STEP
        : step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : Duration.ofSeconds(step.toSeconds());
  }

  private static Instant roundUp(Instant now, Duration step) {
    long millis = step.toMillis();
    return Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli() + 1, millis) * millis);
  }
}
