package com.streamdata.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a source that failed is tried again. */
class BackoffTest {
  private static final Duration SECONDS = Duration.ofSeconds(5);

  @Test
  void theFirstFailuresAreTriedAgainAtTheUsualPaceButWithinAMinute() {
    Random random = new Random(1);

    assertThat(Backoff.delay(1, SECONDS, random)).isEqualTo(SECONDS);
    assertThat(Backoff.delay(4, SECONDS, random)).isEqualTo(SECONDS);
    assertThat(Backoff.delay(4, Duration.ofDays(1), random)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theLimitDoublesWithEachFailureAndEndsAtAQuarterOfAnHour() {
    assertThat(longest(5, SECONDS)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    assertThat(longest(6, SECONDS)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    assertThat(longest(90, SECONDS)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    assertThat(longest(90, Duration.ofDays(1))).isLessThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void noTwoSourcesWaitEquallyLong() {
    Random random = new Random(3);
    long different =
        IntStream.range(0, 100)
            .mapToObj(_ -> Backoff.delay(12, SECONDS, random))
            .distinct()
            .count();

    assertThat(different).isGreaterThan(95);
  }

  private static Duration longest(int failures, Duration every) {
    Random random = new Random(2);
    return IntStream.range(0, 1000)
        .mapToObj(_ -> Backoff.delay(failures, every, random))
        .max(Duration::compareTo)
        .orElseThrow();
  }
}
