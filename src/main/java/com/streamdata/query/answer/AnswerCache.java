package com.streamdata.query.answer;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import com.streamdata.query.table.Table;
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
  private static final int BYTES_PER_CELL = 28;

  private final LongAdder made = new LongAdder();

  private final AsyncCache<Key, Made> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Made made) -> weight(made))
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

  private static int weight(Made made) {
    return made instanceof Made.Whole whole ? weight(whole.answer().table()) : 0;
  }

  /** About how many bytes it takes. */
  public static int weight(Table table) {
    long bytes = 1_000;
    for (TableColumn column : table.columns()) {
      bytes += (long) column.values().size() * BYTES_PER_CELL;
      for (Object value : column.values()) {
        bytes += value instanceof String text ? 40 + text.length() : 0;
      }
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
