package com.streamdata.http;

import com.streamdata.error.AppException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever tries too many passwords wait for the refusal. Clients that send the next try as
 * soon as the last is answered, as floods do, then cost next to nothing: a waiting request holds a
 * virtual thread only.
 */
public final class SlowRefusal {
  private static final Duration LEAST = Duration.ofMillis(500);
  private static final Duration MOST = Duration.ofMillis(1500);

  private SlowRefusal() {}

  /** The refusal, about a second later. */
  public static AppException of(AppException refusal) {
    await();
    return refusal;
  }

  /** Waits about a second; at random, lest all who wait come back in one burst. */
  static void await() {
    long delay = ThreadLocalRandom.current().nextLong(LEAST.toMillis(), MOST.toMillis());
    new CompletableFuture<@Nullable Void>()
        .completeOnTimeout(null, delay, TimeUnit.MILLISECONDS)
        .join();
  }
}
