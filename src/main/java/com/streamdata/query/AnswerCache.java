package com.streamdata.query;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Keeps answers. Whoever asks while the same answer is being made waits for it; what failed is not
 * kept. A new version of the rows is another key, so nothing is ever older than the last write that
 * was acknowledged.
 */
final class AnswerCache {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration UNUSED = Duration.ofMinutes(10);
  private static final int BYTES_PER_CELL = 28;

  private final AsyncCache<Key, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Answer answer) -> weight(answer.table()))
          .expireAfterAccess(UNUSED)
          .executor(Runnable::run)
          .buildAsync();

  /** All that an answer depends on. */
  record Key(Question question, Map<SourceId, Long> versions) {
    Key {
      versions = Map.copyOf(versions);
    }
  }

  Answer get(Key key, Supplier<Answer> making) {
    CompletableFuture<Answer> own = new CompletableFuture<>();
    CompletableFuture<Answer> other = answers.asMap().putIfAbsent(key, own);
    if (other != null) {
      return await(other);
    }
    try {
      Answer made = making.get();
      own.complete(made);
      return made;
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
      throw e;
    }
  }

  private static Answer await(CompletableFuture<Answer> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof AppException failure ? failure : e;
    }
  }

  private static int weight(Table table) {
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
