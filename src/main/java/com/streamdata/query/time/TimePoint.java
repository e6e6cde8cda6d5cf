package com.streamdata.query.time;

import com.streamdata.error.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a time range, as written: some forms become an instant only with a clock and a zone.
 */
public sealed interface TimePoint {
  int LONGEST = 100;

  Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{1,15}");
  Pattern RELATIVE = Pattern.compile("now((?:[+-]\\d{1,6}[smhdwMQy]|/[smhdwMQy])*)");
  Pattern STEP = Pattern.compile("([+\\-/])(\\d*)([smhdwMQy])");

  /** A known instant. */
  record Fixed(Instant instant) implements TimePoint {}

  /** Date and time on the clock of the zone it is read in. */
  record Local(LocalDateTime time) implements TimePoint {}

  /** A whole day of the zone it is read in: from its start, or to its end. */
  record Day(LocalDate day) implements TimePoint {}

  /** So many steps from now. */
  record Relative(List<Step> steps) implements TimePoint {}

  /**
   * @param sign {@code +}, {@code -}, or {@code /} to round to the unit
   */
  record Step(char sign, int amount, TimeUnit unit) {}

  /**
   * Reads epoch milliseconds, ISO 8601 or {@code now-7d}.
   *
   * @throws com.streamdata.error.AppException if it is none of them, or not in the years 1 to 9999
   */
  static TimePoint parse(String text, String field) {
    try {
      TimePoint point = parse(text);
      point.resolve(Instant.EPOCH, ZoneId.of("UTC"), false);
      return point;
    } catch (DateTimeException | ArithmeticException _) {
      throw Checks.invalid(
          field,
          "must be milliseconds since 1970, a time such as 2026-01-31T12:00:00Z, or relative such as now-7d");
    }
  }

  static boolean isEpochMillis(String text) {
    return EPOCH_MILLIS.matcher(text).matches() && isAbsolute(text);
  }

  static boolean isDay(String text) {
    try {
      return isUsual(LocalDate.parse(text).getYear());
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** Whether it is a time that does not depend on now. */
  static boolean isAbsolute(String text) {
    try {
      TimePoint point = parse(text);
      point.resolve(Instant.EPOCH, ZoneId.of("UTC"), false);
      return !(point instanceof Relative);
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static TimePoint parse(String text) {
    if (text.length() > LONGEST) {
      throw new DateTimeException("too long");
    }
    if (EPOCH_MILLIS.matcher(text).matches()) {
      return new Fixed(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      return new Relative(steps(relative.group(1)));
    }
    if (text.length() == 10) {
      return new Day(LocalDate.parse(text));
    }
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? new Fixed(OffsetDateTime.parse(text).toInstant())
        : new Local(LocalDateTime.parse(text));
  }

  private static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      int amount = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
      steps.add(
          new Step(matcher.group(1).charAt(0), amount, TimeUnit.of(matcher.group(3).charAt(0))));
    }
    return steps;
  }

  /**
   * The instant that is meant.
   *
   * @param end whether it ends a range: a rounded time is the end of its unit then, and a day its
   *     end
   * @throws DateTimeException outside the years 1 to 9999
   */
  default Instant resolve(Instant now, ZoneId zone, boolean end) {
    ZonedDateTime time =
        switch (this) {
          case Fixed(Instant instant) -> instant.atZone(zone);
          case Local(LocalDateTime local) -> local.atZone(zone);
          case Day(LocalDate day) -> (end ? day.plusDays(1) : day).atStartOfDay(zone);
          case Relative(List<Step> steps) -> walk(now.atZone(zone), steps, end);
        };
    if (!isUsual(time.getYear())) {
      throw new DateTimeException("outside the years 1 to 9999");
    }
    return time.toInstant();
  }

  private static ZonedDateTime walk(ZonedDateTime start, List<Step> steps, boolean end) {
    ZonedDateTime time = start;
    for (Step step : steps) {
      time =
          switch (step.sign()) {
            case '+' -> step.unit().plus(time, step.amount());
            case '-' -> step.unit().plus(time, -step.amount());
            default -> step.unit().round(time, end);
          };
    }
    return time;
  }

  private static boolean isUsual(int year) {
    return year >= 1 && year <= 9_999;
  }
}
