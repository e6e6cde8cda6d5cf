package com.streamdata.query.statement.macro;

import com.streamdata.query.ask.Setting;
import com.streamdata.query.time.Interval;
import com.streamdata.query.time.Steps;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What the macros and variables of a statement stand for.
 *
 * @param range the time that is shown
 * @param interval how far points are to be apart
 * @param values those of each variable by its name
 */
public record Scope(Interval range, Duration interval, Map<String, List<String>> values) {
  private static final OffsetDateTime EARLIEST =
      OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final OffsetDateTime LATEST =
      OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC);

  public Scope {
    values = Map.copyOf(values);
  }

  /** What a setting means at a certain moment. */
  public static Scope of(Setting setting, Instant now) {
    Interval range = setting.range().resolve(now, setting.zone());
    Duration interval = setting.interval() == null ? Steps.of(range, now) : setting.interval();
    return new Scope(range, interval, setting.variables());
  }

  OffsetDateTime from() {
    return range.from() == null ? EARLIEST : utc(range.from());
  }

  /** The last millisecond of the range; the range itself ends before its {@code to}. */
  OffsetDateTime to() {
    return range.to() == null ? LATEST : utc(range.to().minusMillis(1));
  }

  /** What comes after the range. */
  OffsetDateTime end() {
    return range.to() == null ? LATEST : utc(range.to());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
