package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the writer, in the order in which it was asked for. Bounded by the memory it
 * takes.
 */
final class RequestQueue {
  private static final Logger LOG = LoggerFactory.getLogger(RequestQueue.class);
  private static final long MOST_BYTES = 64L << 20;
  private static final long GROUP_BYTES = 16L << 20;
  private static final int MOST_CHANGES = 32;

  private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean stopping;

  /**
   * Adds a request and returns at once.
   *
   * @throws AppException too-many when too much is waiting, unavailable after {@link #stop}
   */
  void add(Request request) {
    if (stopping) {
      throw Failures.closed();
    }
    if (request.bytes() > 0 && bytes.get() > MOST_BYTES) {
      throw AppException.tooMany(
          DatasetErrors.TOO_MANY_WRITES,
          "More rows arrive than the disk takes; send them again a little later.",
          Duration.ofSeconds(1));
    }
    bytes.addAndGet(request.bytes());
    queue.add(request);
  }

  /** Adds the last request. */
  void stop() {
    queue.add(new Request.Stop(new CompletableFuture<>()));
    stopping = true;
  }

  /** The next request; null if none comes in time. */
  @Nullable Request next(Duration patience) {
    try {
      Request next = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      bytes.addAndGet(next == null ? 0 : -next.bytes());
      return next;
    } catch (InterruptedException _) {
      LOG.warn("The writer of rows stops only when the store is closed");
      return null;
    }
  }

  /** This append and those that wait right behind it. */
  List<Request.Append> group(Request.Append first) {
    List<Request.Append> group = new ArrayList<>(List.of(first));
    long more = 0;
    while (first.bytes() + more < GROUP_BYTES && queue.peek() instanceof Request.Append next) {
      queue.remove();
      group.add(next);
      more += next.bytes();
    }
    bytes.addAndGet(-more);
    return group;
  }

  /** This change and those of other sources that wait right behind it. */
  List<Request.Change> group(Request.Change first) {
    List<Request.Change> group = new ArrayList<>(List.of(first));
    Set<SourceId> sources = new HashSet<>(Set.of(first.id()));
    while (group.size() < MOST_CHANGES
        && queue.peek() instanceof Request.Change next
        && sources.add(next.id())) {
      queue.remove();
      group.add(next);
    }
    return group;
  }

  /** Fails everything that came too late. */
  void refuseRest() {
    queue.forEach(late -> late.done().completeExceptionally(Failures.closed()));
  }
}
