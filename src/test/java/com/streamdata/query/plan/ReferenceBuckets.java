package com.streamdata.query.plan;

import com.streamdata.query.ask.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Buckets by walking through time step by step with the JDK's calendar: slow, and hard to get
 * wrong.
 */
record ReferenceBuckets(Bucket bucket, ZoneId zone) {

  /** Where the bucket of an instant starts. */
  Instant start(Instant instant) {
    return switch (bucket) {
      case SECOND -> clock(instant, ChronoUnit.SECONDS);
      case MINUTE -> clock(instant, ChronoUnit.MINUTES);
      case HOUR -> clock(instant, ChronoUnit.HOURS);
      case DAY, WEEK, MONTH, QUARTER, YEAR ->
          start(LocalDate.ofInstant(instant, zone)).atStartOfDay(zone).toInstant();
      case AUTO -> throw new IllegalArgumentException();
    };
  }

  LocalDate start(LocalDate day) {
    return switch (bucket) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1);
      case MONTH -> LocalDate.of(day.getYear(), day.getMonthValue(), 1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> LocalDate.of(day.getYear(), 1, 1);
      case SECOND, MINUTE, HOUR, AUTO -> throw new IllegalArgumentException();
    };
  }

  /** Every bucket from one to another, both included, or as many as were asked for. */
  List<Instant> between(Instant first, Instant last, int most) {
    List<Instant> starts = new ArrayList<>();
    Instant at = first;
    while (!at.isAfter(last) && starts.size() < most) {
      Instant start = start(at);
      if (starts.isEmpty() || start.isAfter(starts.getLast())) {
        starts.add(start);
      }
      at = at.plus(step());
    }
    return starts;
  }

  List<LocalDate> between(LocalDate first, LocalDate last, int most) {
    return first.datesUntil(last.plusDays(1)).map(this::start).distinct().limit(most).toList();
  }

  /** Divides every bucket, also half an hour that a change of clocks left over. */
  private Duration step() {
    return switch (bucket) {
      case SECOND -> Duration.ofSeconds(1);
      case MINUTE -> Duration.ofMinutes(1);
      case HOUR -> Duration.ofMinutes(30);
      case DAY, WEEK, AUTO -> Duration.ofHours(6);
      case MONTH, QUARTER, YEAR -> Duration.ofDays(7);
    };
  }

  private Instant clock(Instant instant, ChronoUnit unit) {
    Instant round = OffsetDateTime.ofInstant(instant, zone).truncatedTo(unit).toInstant();
    var change = zone.getRules().previousTransition(instant.plusNanos(1));
    return change != null && change.getInstant().isAfter(round) ? change.getInstant() : round;
  }
}
