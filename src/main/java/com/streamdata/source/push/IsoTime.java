package com.streamdata.source.push;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * ISO 8601 dates and times, by hand because every pushed row has one.
 *
 * <p>A time is {@code 2026-01-02T03:04[:05[.123456789]]} with {@code T} or a blank, then {@code Z},
 * an offset such as {@code +01:00}, or nothing for UTC. What is finer than a microsecond is cut
 * off.
 */
public final class IsoTime {
  private static final int DATE_LENGTH = 10;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long SECONDS_PER_DAY = 86_400;

  private final String text;
  private int at;

  private IsoTime(String text) {
    this.text = text;
  }

  /** Days since 1970 of {@code 2026-01-02}; empty for anything else. */
  public static OptionalInt date(String text) {
    return text.length() == DATE_LENGTH ? day(text) : OptionalInt.empty();
  }

  /** Microseconds since 1970; a date alone is its midnight in UTC; empty for anything else. */
  public static OptionalLong timestamp(String text) {
    OptionalInt day = day(text);
    if (day.isEmpty()) {
      return OptionalLong.empty();
    }
    long start = day.getAsInt() * SECONDS_PER_DAY * MICROS_PER_SECOND;
    if (text.length() == DATE_LENGTH) {
      return OptionalLong.of(start);
    }
    long micros = new IsoTime(text).timeOfDay();
    return micros == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(start + micros);
  }

  private static OptionalInt day(String text) {
    if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return OptionalInt.empty();
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of((int) LocalDate.of(year, month, day).toEpochDay());
    } catch (DateTimeException _) {
      return OptionalInt.empty();
    }
  }

  /**
   * Microseconds since the midnight in UTC; the smallest long if the rest of the text is no time.
   */
  private long timeOfDay() {
    char separator = text.charAt(DATE_LENGTH);
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    boolean formed = text.length() >= 16 && text.charAt(13) == ':' && "Tt ".indexOf(separator) >= 0;
    if (!formed || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return Long.MIN_VALUE;
    }
    at = 16;
    long second = second();
    long fraction = fraction();
    long offset = offset();
    if (second < 0 || fraction < 0 || offset == Long.MIN_VALUE) {
      return Long.MIN_VALUE;
    }
    long seconds = hour * 3600L + minute * 60L + second - offset;
    return seconds * MICROS_PER_SECOND + fraction;
  }

  private long second() {
    if (at >= text.length() || text.charAt(at) != ':') {
      return 0;
    }
    int second = digits(text, at + 1, 2);
    at += 3;
    return second <= 59 ? second : -1;
  }

  private long fraction() {
    if (at >= text.length() || text.charAt(at) != '.' && text.charAt(at) != ',') {
      return 0;
    }
    int start = ++at;
    long micros = 0;
    for (long unit = MICROS_PER_SECOND / 10; isDigit(at); at++, unit /= 10) {
      micros += (text.charAt(at) - '0') * unit;
    }
    return at == start ? -1 : micros;
  }

  /** Seconds east of UTC. */
  private long offset() {
    if (at == text.length()) {
      return 0;
    }
    char sign = text.charAt(at);
    if (sign == 'Z' || sign == 'z') {
      return at == text.length() - 1 ? 0 : Long.MIN_VALUE;
    }
    String rest = text.substring(at + 1).replace(":", "");
    int hours = digits(rest, 0, 2);
    int minutes = rest.length() == 2 ? 0 : digits(rest, 2, 2);
    boolean formed = (sign == '+' || sign == '-') && (rest.length() == 2 || rest.length() == 4);
    if (!formed || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Long.MIN_VALUE;
    }
    return (sign == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L);
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** The number written in so many digits; -1 if they are not all there. */
  private static int digits(String text, int start, int length) {
    if (start + length > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < start + length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
