package com.streamdata.query.bucket;

import com.streamdata.engine.Dialect;
import org.jooq.Field;

/**
 * The buckets along a time axis. A bucket is known by where it starts, in the numbers in which SQL
 * hands over times: microseconds since 1970 for timestamps, days since 1970 for dates.
 */
public sealed interface Buckets permits ClockBuckets, CalendarBuckets, DayBuckets {

  /**
   * A number that is the same for all rows of one bucket, other for those of another, and grows
   * with time.
   */
  Field<Long> key(Field<?> column, Dialect dialect);

  /** Where the bucket with this number starts. */
  long start(long key);

  /** Where the bucket after the one that starts here starts. */
  long next(long start);
}
