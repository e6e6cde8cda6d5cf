package com.streamdata.query.bucket;

import com.streamdata.dataset.ColumnType;
import com.streamdata.query.ask.Bucket;
import com.streamdata.query.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Finds the buckets of a query, once it is known which time they cover. */
public final class BucketChoice {
  /**
   * Enough for every pixel of a chart, and such that 12 hours are minutes, 30 days hours and 2
   * years days.
   */
  private static final int MOST_POINTS = 750;

  private static final List<Bucket> BY_LENGTH =
      List.of(
          Bucket.SECOND,
          Bucket.MINUTE,
          Bucket.HOUR,
          Bucket.DAY,
          Bucket.WEEK,
          Bucket.MONTH,
          Bucket.QUARTER,
          Bucket.YEAR);

  private BucketChoice() {}

  /**
   * @param asked the time that is wanted; where it is open, what is stored decides
   * @param stored the first and last instant that is stored; open if nothing is
   */
  public static Buckets of(
      Bucket wanted, ColumnType type, ZoneId zone, Interval asked, Interval stored) {
    Bucket bucket = wanted == Bucket.AUTO ? automatic(type, length(asked, stored)) : wanted;
    if (type == ColumnType.DATE) {
      return new DayBuckets(bucket);
    }
    ZoneOffsets offsets = ZoneOffsets.between(zone, start(stored, asked), end(stored, asked));
    return bucket.isShorterThanDay()
        ? ClockBuckets.of(bucket, zone, offsets)
        : new CalendarBuckets(new DayBuckets(bucket), zone, offsets);
  }

  private static Duration length(Interval asked, Interval stored) {
    return Duration.between(start(asked, stored), end(asked, stored));
  }

  private static Instant start(Interval first, Interval second) {
    Instant start = first.from() == null ? second.from() : first.from();
    return start == null ? Instant.EPOCH : start;
  }

  private static Instant end(Interval first, Interval second) {
    Instant end = first.to() == null ? second.to() : first.to();
    return end == null ? start(first, second) : end;
  }

  private static Bucket automatic(ColumnType type, Duration length) {
    return BY_LENGTH.stream()
        .filter(bucket -> type != ColumnType.DATE || !bucket.isShorterThanDay())
        .filter(bucket -> length.toSeconds() / bucket.seconds() <= MOST_POINTS)
        .findFirst()
        .orElse(Bucket.YEAR);
  }
}
