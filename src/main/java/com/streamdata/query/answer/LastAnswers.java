package com.streamdata.query.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Remembers what each question was answered last, for as long as the next answer takes. What was
 * slow the last time is not waited for at all.
 */
public final class LastAnswers {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final Duration patience;
  private final Cache<Object, Last> last =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Object question, Last made) -> AnswerCache.weight(made.answer().table()))
          .expireAfterAccess(UNUSED)
          .build();

  /**
   * @param patience how long an answer may take before the last one is given
   */
  public LastAnswers(Duration patience) {
    this.patience = patience;
  }

  private record Last(Answer answer, boolean slow) {}

  /**
   * The newest answer in time, or the last one.
   *
   * @param question all that is asked, without what changes with time and rows
   * @param making makes the newest; what it throws is thrown here if nothing else can be given
   */
  public Latest get(Object question, Supplier<Answer> making) {
    Last before = last.getIfPresent(question);
    if (before == null) {
      return new Latest(make(question, making), false);
    }
    CompletableFuture<Answer> newest = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        newest.complete(make(question, making));
      } catch (RuntimeException | Error e) {
        newest.completeExceptionally(e);
      }
    });
    return inTime(newest, before);
  }

  private static Answer given(CompletableFuture<Answer> newest, long nanos)
      throws TimeoutException {
    try {
      return newest.orTimeout(nanos, TimeUnit.NANOSECONDS).join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case TimeoutException late -> throw late;
        case RuntimeException reason -> throw reason;
        case null, default -> throw e;
      }
    }
  }

  private Latest inTime(CompletableFuture<Answer> newest, Last before) {
    try {
      return new Latest(given(newest, before.slow() ? 0 : patience.toNanos()), false);
    } catch (TimeoutException _) {
      return new Latest(before.answer(), true);
    }
  }

  private Answer make(Object question, Supplier<Answer> making) {
    long began = System.nanoTime();
    Answer made = making.get();
    last.put(question, new Last(made, System.nanoTime() - began > patience.toNanos()));
    return made;
  }
}
