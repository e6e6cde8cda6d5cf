package com.streamdata.query.time;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.error.AppException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Wednesday afternoon; one second later is what now counts as. */
  private static final Instant NOW = Instant.parse("2026-03-04T15:30:59Z");

  @ParameterizedTest
  @CsvSource({
    "now, 2026-03-04T15:31:00Z",
    "now-90s, 2026-03-04T15:29:30Z",
    "now-1M, 2026-02-04T15:31:00Z",
    "now/d, 2026-03-03T23:00:00Z",
    "now-1d/d, 2026-03-02T23:00:00Z",
    "now/w, 2026-03-01T23:00:00Z",
    "now/Q, 2025-12-31T23:00:00Z",
    "now-1y/y+6h, 2025-01-01T05:00:00Z",
    "1767225600000, 2026-01-01T00:00:00Z",
    "2026-01-01, 2025-12-31T23:00:00Z",
    "2026-01-01T08:00, 2026-01-01T07:00:00Z",
    "2026-01-01T08:00:00.5+05:30, 2026-01-01T02:30:00.500Z",
  })
  void beginsWhereItSays(String from, Instant start) {
    assertThat(new TimeRange(from, null).resolve(NOW, BERLIN).from())
        .isBetween(
            start, start.plusSeconds(from.startsWith("now") && !from.contains("/") ? 60 : 0));
  }

  @ParameterizedTest
  @CsvSource({
    "now/d, 2026-03-04T23:00:00Z",
    "now-1d/d, 2026-03-03T23:00:00Z",
    "now-1w/w, 2026-03-01T23:00:00Z",
    "now/y, 2026-12-31T23:00:00Z",
    "2026-01-31, 2026-01-31T23:00:00Z",
  })
  void roundedEndsAreTheEndsOfTheirUnits(String to, Instant stop) {
    assertThat(new TimeRange(null, to).resolve(NOW, BERLIN).to()).isEqualTo(stop);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now-",
        "now-7",
        "yesterday",
        "2026-13-01",
        "now-7x",
        "10000-01-01",
        "9999999999999999"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> new TimeRange(text, null))
        .isInstanceOfSatisfying(
            AppException.class,
            refused -> assertThat(refused.details().getFirst().field()).isEqualTo("from"));
  }

  @Test
  void endBeforeBeginningIsRefused() {
    TimeRange backwards = new TimeRange("now", "now-1h");

    assertThatThrownBy(() -> backwards.resolve(NOW, BERLIN))
        .hasMessageContaining("later than from");
  }

  @Test
  void relativeRangesMoveInStepsAndNeverMissWhatWasJustWritten() {
    TimeRange week = new TimeRange("now-7d", "now");

    Interval first = week.resolve(NOW, BERLIN);
    Interval next = week.resolve(requireNonNull(first.to()).minusMillis(1), BERLIN);

    assertThat(next).isEqualTo(first);
    assertThat(first.to()).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void fixedRangesDoNotMove() {
    TimeRange range = new TimeRange("2026-01-01T00:00:00.123Z", "2026-01-02T00:00:00Z");

    assertThat(range.resolve(NOW, BERLIN).from()).isEqualTo("2026-01-01T00:00:00.123Z");
    assertThat(range.resolve(NOW.plusSeconds(999), BERLIN)).isEqualTo(range.resolve(NOW, BERLIN));
  }

  @Test
  void endlessTextIsRefusedLikeAnyOther() {
    assertThatThrownBy(() -> new TimeRange("now" + "-1d".repeat(100_000), null))
        .isInstanceOf(AppException.class);
  }
}
