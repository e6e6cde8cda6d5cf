package com.streamdata.query.bucket;

import com.streamdata.engine.Dialect;
import com.streamdata.query.ask.Bucket;
import com.streamdata.query.bucket.ZoneOffsets.Piece;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Seconds, minutes and hours on the clocks of a zone, of a column that holds instants. An hour that
 * the clocks repeat is two buckets, and one into which they change by half an hour starts or ends
 * with that change.
 */
record ClockBuckets(Bucket bucket, ZoneId zone, ZoneOffsets offsets) implements Buckets {

  static ClockBuckets of(Bucket bucket, ZoneId zone, ZoneOffsets offsets) {
    return new ClockBuckets(bucket, zone, offsets.forLength(bucket.seconds() * Micros.PER_SECOND));
  }

  /**
   * Small numbers while the clocks do not matter, for DuckDB groups those faster; else
   * microseconds.
   */
  @Override
  public Field<Long> key(Field<?> column, Dialect dialect) {
    Field<Long> micros = dialect.epochMicros(column);
    if (offsets.isConstant()) {
      return index(micros, offsets.pieces().getFirst(), dialect);
    }
    return offsets.choose(
        micros,
        piece ->
            index(micros, piece, dialect)
                .mul(DSL.inline(length()))
                .minus(DSL.inline(shift(piece))));
  }

  @Override
  public long start(long key) {
    long round = offsets.isConstant() ? key * length() - shift(offsets.pieces().getFirst()) : key;
    return Micros.of(begin(Micros.instant(round)));
  }

  @Override
  public long next(long start) {
    Instant now = Micros.instant(start);
    Instant regular = floor(now).plusSeconds(bucket.seconds());
    ZoneOffsetTransition change = zone.getRules().nextTransition(now);
    Instant next = begin(floor(regular));
    if (isWithin(change, regular) && begin(floor(change.getInstant())).isAfter(now)) {
      next = begin(floor(change.getInstant()));
    }
    return Micros.of(next);
  }

  private Field<Long> index(Field<Long> micros, Piece piece, Dialect dialect) {
    return dialect.divide(micros.plus(DSL.inline(shift(piece))), length());
  }

  private static long shift(Piece piece) {
    return piece.micros() + Micros.SHIFT;
  }

  private long length() {
    return bucket.seconds() * Micros.PER_SECOND;
  }

  /**
   * What a round time on the clock would be, if the clock had always been as it is at this instant.
   */
  private Instant floor(Instant instant) {
    long past = instant.atZone(zone).toLocalTime().toSecondOfDay() % bucket.seconds();
    return Instant.ofEpochSecond(instant.getEpochSecond() - past);
  }

  /** The same, or the change of clocks if it was not a round time before that. */
  private Instant begin(Instant floor) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(floor);
    return !floor(floor).equals(floor) && isWithin(change, floor.plusSeconds(bucket.seconds()))
        ? change.getInstant()
        : floor;
  }

  private static boolean isWithin(@Nullable ZoneOffsetTransition change, Instant end) {
    return change != null && change.getInstant().isBefore(end);
  }
}
