package com.streamdata.query.time;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Grafana's users write them: {@code 10s}, {@code 5m}, {@code 1d}. */
public final class GrafanaDuration {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|[smhdwMy]?)");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", DAY,
          "w", DAY.multipliedBy(7),
          "M", DAY.multipliedBy(30),
          "y", DAY.multipliedBy(365));

  private GrafanaDuration() {}

  /** Seconds where no unit is written; empty if it is no length, or none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
    return Optional.of(unit.multipliedBy(Long.parseLong(matcher.group(1))))
        .filter(Duration::isPositive);
  }

  /** In the largest unit of which it is a whole number. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    return seconds % 3_600 == 0
        ? seconds / 3_600 + "h"
        : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
