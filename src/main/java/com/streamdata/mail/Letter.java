package com.streamdata.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * A row of the outbox: one message for one recipient.
 *
 * @param messageId its Message-ID, the same in every attempt
 * @param sealedContent the sealed {@link Message}; empty once it is not needed any more
 * @param attempts how often sending was begun
 */
record Letter(
    long id,
    String recipient,
    String messageId,
    String sealedContent,
    int attempts,
    Instant createdAt) {
  private static final int[] MINUTES_BETWEEN = {1, 5, 15, 30};
  private static final Duration LATER = Duration.ofHours(1);
  private static final Duration GIVE_UP = Duration.ofDays(4);

  /** When it is tried again after failing now. */
  Instant nextAttempt(Instant now) {
    boolean early = attempts <= MINUTES_BETWEEN.length;
    return now.plus(early ? Duration.ofMinutes(MINUTES_BETWEEN[Math.max(1, attempts) - 1]) : LATER);
  }

  /** Whether an attempt at that time would be too late to be worth it. */
  boolean isTooLate(Instant attempt) {
    return attempt.isAfter(createdAt.plus(GIVE_UP));
  }
}
