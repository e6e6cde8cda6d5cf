package com.streamdata.query.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Remembers what each question was answered last, for as long as the next answer takes. What was
 * slow the last time is not waited for at all, and not made a second time meanwhile: a time range
 * that moves on would have each who looks begin another.
 */
public final class LastAnswers {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final Duration patience;
  private final Cache<Object, Last> last =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Object question, Last made) -> AnswerCache.weight(question, made.answer()))
          .expireAfterAccess(UNUSED)
          .build();

  /** Questions whose next answer is being made although nobody waits for it. */
  private final Set<Object> slow = ConcurrentHashMap.newKeySet();

  /**
   * @param patience how long an answer may take before the last one is given
   */
  public LastAnswers(Duration patience) {
    this.patience = patience;
  }

  /**
   * @param began when its making began, in nanoseconds of the machine
   */
  private record Last(Answer answer, boolean slow, long began) {
    Last newer(Last other) {
      return other.began - began >= 0 ? other : this;
    }
  }

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
    if (!before.slow()) {
      return inTime(begin(() -> make(question, making)), before);
    }
    return slow.add(question)
        ? inTime(begin(() -> makeSlowly(question, making)), before)
        : new Latest(before.answer(), true);
  }

  private static CompletableFuture<Answer> begin(Supplier<Answer> making) {
    CompletableFuture<Answer> newest = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        newest.complete(making.get());
      } catch (RuntimeException | Error e) {
        newest.completeExceptionally(e);
      }
    });
    return newest;
  }

  private Answer makeSlowly(Object question, Supplier<Answer> making) {
    try {
      return make(question, making);
    } finally {
      slow.remove(question);
    }
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
    boolean slowly = System.nanoTime() - began > patience.toNanos();
    last.asMap().merge(question, new Last(made, slowly, began), Last::newer);
    return made;
  }
}
