package com.streamdata.query.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A unit of relative times, by the letter it has in {@code now-7d}. */
enum TimeUnit {
  SECOND('s'),
  MINUTE('m'),
  HOUR('h'),
  DAY('d'),
  WEEK('w'),
  MONTH('M'),
  QUARTER('Q'),
  YEAR('y');

  private final char letter;

  TimeUnit(char letter) {
    this.letter = letter;
  }

  static TimeUnit of(char letter) {
    for (TimeUnit unit : values()) {
      if (unit.letter == letter) {
        return unit;
      }
    }
    throw new IllegalArgumentException("no unit " + letter);
  }

  /** Days and longer go by the calendar, shorter ones by the clock. */
  ZonedDateTime plus(ZonedDateTime time, long amount) {
    return switch (this) {
      case SECOND -> time.plusSeconds(amount);
      case MINUTE -> time.plusMinutes(amount);
      case HOUR -> time.plusHours(amount);
      case DAY -> time.plusDays(amount);
      case WEEK -> time.plusWeeks(amount);
      case MONTH -> time.plusMonths(amount);
      case QUARTER -> time.plusMonths(3 * amount);
      case YEAR -> time.plusYears(amount);
    };
  }

  /** The start of the unit that the time is in, or its end, which is the start of the next. */
  ZonedDateTime round(ZonedDateTime time, boolean up) {
    ZonedDateTime start =
        switch (this) {
          case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
          case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
          case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
          case DAY, WEEK, MONTH, QUARTER, YEAR ->
              firstDay(time.toLocalDate()).atStartOfDay(time.getZone());
        };
    return up ? plus(start, 1) : start;
  }

  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1L);
      case YEAR -> day.withDayOfYear(1);
      case SECOND, MINUTE, HOUR, DAY -> day;
    };
  }
}
