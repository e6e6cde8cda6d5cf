package com.streamdata.identity;

import com.streamdata.error.AppException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever tries too many passwords wait for the refusal. Clients that send the next try as
 * soon as the last is answered, as floods do, then cost next to nothing: a waiting request holds a
 * virtual thread only.
 */
final class SlowRefusal {
  private static final Duration DELAY = Duration.ofMillis(500);

  private SlowRefusal() {}

  /** The refusal, half a second later. */
  static AppException of(AppException refusal) {
    new CompletableFuture<@Nullable Void>()
        .completeOnTimeout(null, DELAY.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    return refusal;
  }
}
