package com.streamdata.query.bucket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * By how much a zone's clocks differ from UTC, from which instant on.
 *
 * @param pieces in order, at least one
 */
record ZoneOffsets(List<Piece> pieces) {
  /**
   * Outside of these, clocks are taken to stay as they are, so that a stray year 9999 costs
   * nothing.
   */
  private static final Instant FIRST_CHANGE = year(1900);

  private static final Instant LAST_CHANGE = year(2100);

  /**
   * @param since first instant at which the offset holds; the first piece holds before it too
   * @param micros what is to be added to UTC for the time on the wall
   */
  record Piece(Instant since, long micros) {}

  /** The pieces that matter between two instants. */
  static ZoneOffsets between(ZoneId zone, Instant first, Instant last) {
    ZoneRules rules = zone.getRules();
    Instant start = first.isBefore(FIRST_CHANGE) ? FIRST_CHANGE : first;
    Instant stop = last.isAfter(LAST_CHANGE) ? LAST_CHANGE : last;
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(start, micros(rules.getOffset(start))));
    ZoneOffsetTransition change = rules.nextTransition(start);
    while (change != null && !change.getInstant().isAfter(stop)) {
      pieces.add(new Piece(change.getInstant(), micros(change.getOffsetAfter())));
      change = rules.nextTransition(change.getInstant());
    }
    return new ZoneOffsets(pieces);
  }

  /** The same for buckets of a certain length, which do not see a change by a multiple of it. */
  ZoneOffsets forLength(long micros) {
    boolean same =
        pieces.stream().map(piece -> Math.floorMod(piece.micros(), micros)).distinct().count() == 1;
    return same ? new ZoneOffsets(pieces.subList(0, 1)) : this;
  }

  boolean isConstant() {
    return pieces.size() == 1;
  }

  /**
   * A value that depends on the piece an instant is in, found by halves: few comparisons for many
   * pieces.
   */
  Field<Long> choose(Field<Long> epochMicros, Function<Piece, Field<Long>> value) {
    if (isConstant()) {
      return value.apply(pieces.getFirst());
    }
    int middle = pieces.size() / 2;
    long since = Micros.of(pieces.get(middle).since());
    return DSL.when(
            epochMicros.lt(DSL.inline(since)),
            new ZoneOffsets(pieces.subList(0, middle)).choose(epochMicros, value))
        .otherwise(
            new ZoneOffsets(pieces.subList(middle, pieces.size())).choose(epochMicros, value));
  }

  private static long micros(ZoneOffset offset) {
    return offset.getTotalSeconds() * Micros.PER_SECOND;
  }

  private static Instant year(int year) {
    return LocalDate.ofYearDay(year, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
