package com.streamdata.query.answer;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.engine.Found;
import com.streamdata.error.AppException;
import com.streamdata.query.table.TableColumn;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Keeps answers. Whoever asks while the same answer is being made waits for it; what failed is not
 * kept. A new version of the rows is another key, so nothing is ever older than the last write that
 * was acknowledged.
 */
public final class AnswerCache {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  /** Queries of one dashboard. */
  private static final int MOST_WAITING = 512;

  private final Turns turns =
      new Turns(2 * Runtime.getRuntime().availableProcessors(), MOST_WAITING);
  private final LongAdder made = new LongAdder();

  private final AsyncCache<Key, Made> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Made made) -> weight(key, made))
          .expireAfterAccess(UNUSED)
          .executor(Runnable::run)
          .buildAsync();

  /**
   * All that an answer depends on.
   *
   * @param question what is asked of the rows; equal only to the same question
   */
  public record Key(Object question, Map<SourceId, Long> versions) {
    public Key {
      versions = Map.copyOf(versions);
    }
  }

  /** What came of making an answer. */
  private sealed interface Made {
    record Whole(Answer answer) implements Made {}

    /** Only for who waits meanwhile. */
    record Failed(Throwable reason) implements Made {}
  }

  /**
   * An answer of our own rows, in its dashboard's turn.
   *
   * @throws AppException what making it throws; too-many when too much is being made already
   */
  public Answer get(DashboardId dashboard, Key key, Supplier<Answer> making) {
    return get(key, () -> turns.take(dashboard, making));
  }

  public Answer get(Key key, Supplier<Answer> making) {
    CompletableFuture<Made> own = new CompletableFuture<>();
    CompletableFuture<Made> other = answers.asMap().putIfAbsent(key, own);
    if (other != null) {
      return await(other);
    }
    try {
      made.increment();
      Answer answer = making.get();
      own.complete(new Made.Whole(answer));
      return answer;
    } catch (RuntimeException | Error e) {
      answers.asMap().remove(key, own);
      own.complete(new Made.Failed(e));
      throw e;
    }
  }

  private static Answer await(CompletableFuture<Made> other) {
    return switch (other.join()) {
      case Made.Whole whole -> whole.answer();
      case Made.Failed(AppException reason) -> throw reason;
      case Made.Failed(Throwable reason) -> throw new IllegalStateException(reason);
    };
  }

  /** How many were made since the start, for however many who asked. */
  public long made() {
    return made.sum();
  }

  private static int weight(Key key, Made made) {
    return made instanceof Made.Whole whole ? weight(key, whole.answer()) : 0;
  }

  /**
   * About how many bytes an answer takes with its question: a statement, or the values of filters,
   * may be longer than what they find.
   */
  public static int weight(Object question, Answer answer) {
    long bytes = 1_000 + String.valueOf(question).length();
    for (TableColumn column : answer.table().columns()) {
      for (Object value : column.values()) {
        bytes += Found.bytes(value);
      }
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
