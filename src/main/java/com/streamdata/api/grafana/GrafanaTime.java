package com.streamdata.api.grafana;

import com.streamdata.error.AppException;
import com.streamdata.query.time.TimeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as Grafana's clients write them (observed behaviour, 2.6): milliseconds since 1970, a
 * length of time before now, or its date math. Its ranges include their last millisecond, ours end
 * before it.
 */
final class GrafanaTime {
  private static final Pattern MILLIS = Pattern.compile("[+-]?\\d{1,15}");
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})([dwMy])");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{0,9})?)(ms|us|µs|ns|s|m|h)");
  private static final Pattern DURATION = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final long DAY = 86_400_000;
  private static final long YEAR = 31_557_600_000L;
  private static final Map<String, Long> LONG_UNITS =
      Map.of("d", DAY, "w", 7 * DAY, "M", YEAR / 12, "y", YEAR);
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "ns", new BigDecimal("0.000001"),
          "us", new BigDecimal("0.001"),
          "µs", new BigDecimal("0.001"),
          "ms", BigDecimal.ONE,
          "s", new BigDecimal(1_000),
          "m", new BigDecimal(60_000),
          "h", new BigDecimal(3_600_000));

  /** Where no rows are: a range that ends before it begins is no error, only empty. */
  private static final TimeRange NOWHERE =
      new TimeRange("9999-12-31T00:00:00Z", "9999-12-31T00:00:01Z");

  private GrafanaTime() {}

  /** Our range of the same times; empty if one of them cannot be read. */
  static Optional<TimeRange> range(@Nullable String from, @Nullable String to) {
    try {
      return from == null || from.isBlank() || to == null || to.isBlank()
          ? Optional.empty()
          : Optional.of(new TimeRange(point(from.strip(), false), point(to.strip(), true)));
    } catch (AppException _) {
      return Optional.empty();
    }
  }

  /** The same range, or one without rows if it ends before it begins. */
  static TimeRange orNowhere(TimeRange range, Instant now, ZoneId zone) {
    try {
      range.resolve(now, zone);
      return range;
    } catch (AppException _) {
      return NOWHERE;
    }
  }

  private static String point(String text, boolean end) {
    if (MILLIS.matcher(text).matches()) {
      long millis = Long.parseLong(text);
      return Long.toString(end ? millis + 1 : millis);
    }
    Optional<BigDecimal> before = duration(text);
    if (before.isPresent()) {
      return "now-" + steps(before.get().setScale(0, RoundingMode.HALF_UP).longValue());
    }
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    return end ? inclusive(iso) : iso;
  }

  private static Optional<BigDecimal> duration(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (whole.matches()) {
      BigDecimal unit = BigDecimal.valueOf(LONG_UNITS.getOrDefault(whole.group(2), 0L));
      return Optional.of(unit.multiply(new BigDecimal(whole.group(1))));
    }
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal unit = UNITS.getOrDefault(part.group(2), BigDecimal.ZERO);
      sum = sum.add(unit.multiply(new BigDecimal(part.group(1))));
    }
    return Optional.of(sum);
  }

  /** Whole hours, minutes and seconds, for every unit may have six digits at most. */
  private static String steps(long millis) {
    long seconds = millis / 1_000;
    return seconds / 3_600 + "h-" + seconds / 60 % 60 + "m-" + seconds % 60 + "s";
  }

  private static String inclusive(String iso) {
    try {
      return Long.toString(Instant.parse(iso).toEpochMilli() + 1);
    } catch (DateTimeException _) {
      return iso;
    }
  }
}
