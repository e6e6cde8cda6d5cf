package com.streamdata.query.bucket;

import com.streamdata.engine.Dialect;
import com.streamdata.query.ask.Bucket;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Days and longer, by the calendar of a zone, of a column that holds instants. Each starts with the
 * first instant that has its date; a day that the zone skipped is none.
 */
record CalendarBuckets(DayBuckets days, ZoneId zone, ZoneOffsets offsets) implements Buckets {

  @Override
  public Field<Long> key(Field<?> column, Dialect dialect) {
    Field<Long> micros = dialect.epochMicros(column);
    Field<Long> local = micros.plus(offsets.choose(micros, piece -> DSL.inline(piece.micros())));
    long day = Bucket.DAY.seconds() * Micros.PER_SECOND;
    Field<Long> epochDay =
        dialect
            .divide(local.plus(DSL.inline(Micros.SHIFT)), day)
            .minus(DSL.inline(Micros.SHIFT / day));
    return days.key(epochDay, dialect.monthOfMicros(local), dialect);
  }

  @Override
  public long start(long key) {
    return start(days.startDay(key));
  }

  @Override
  public long next(long start) {
    LocalDate first = days.startOf(Micros.instant(start).atZone(zone).toLocalDate());
    long next = start;
    while (next <= start) {
      first = days.next(first);
      next = start(first);
    }
    return next;
  }

  private long start(LocalDate first) {
    return Micros.of(first.atStartOfDay(zone).toInstant());
  }
}
