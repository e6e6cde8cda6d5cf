package com.streamdata.source;

import com.streamdata.dataset.Datasets;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to one source on a virtual thread of its own until it is closed, and again when it fails.
 */
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Source source;
  private final Connectors connectors;
  private final Datasets datasets;
  private final RunLog runs;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Heard heard;
  private int failures;

  Listener(
      Source source, Connectors connectors, Datasets datasets, RunLog runs, InstantSource clock) {
    this.source = source;
    this.connectors = connectors;
    this.datasets = datasets;
    this.runs = runs;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("listener-" + source.id()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  Source source() {
    return source;
  }

  /** Writes down what has come, if it is time. */
  void note() {
    Heard now = heard;
    if (now != null) {
      now.note();
    }
  }

  private void run() {
    try {
      boolean open = true;
      while (open) {
        Instant started = clock.instant();
        Heard now = new Heard(source, datasets, runs, clock);
        heard = now;
        RunFailure failure = listen(now);
        open = !closed.await(after(started, now, failure).toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      // It was closed.
    } finally {
      end();
    }
  }

  private RunFailure listen(Heard now) throws InterruptedException {
    try {
      connectors.listen(source, now);
      return new RunFailure(Stage.CONNECTION, "Nothing more comes.", null);
    } catch (FetchFailure e) {
      return RunFailure.of(e);
    } catch (AppException e) {
      return new RunFailure(Stage.SERVER, String.valueOf(e.getMessage()), null);
    } catch (RuntimeException e) {
      LOG.error("Source {} could not be listened to", source.id(), e);
      return new RunFailure(Stage.SERVER, "The server's log says more.", null);
    }
  }

  /** Writes a failure down and says when it is tried again. */
  private Duration after(Instant started, Heard now, RunFailure failure)
      throws InterruptedException {
    if (closed.getCount() == 0) {
      throw new InterruptedException("closed");
    }
    failures = now.wasConnected() ? 1 : failures + 1;
    Duration delay = Backoff.delay(failures, AGAIN_AFTER, ThreadLocalRandom.current());
    try {
      now.noteNow();
      note(started, failure, delay);
    } catch (RuntimeException e) {
      LOG.error("A run of source {} could not be written down", source.id(), e);
    }
    return delay;
  }

  private void note(Instant started, RunFailure failure, Duration delay) {
    Instant ended = clock.instant();
    long ms = Duration.between(started, ended).toMillis();
    Progress after =
        new Progress(
            runs.progress(source).refreshedAt(),
            ended.plus(delay),
            failures,
            "{}",
            runs.write(failure));
    runs.add(source, new Run(started, ms, 0, Run.State.FAILED, List.of(), failure), after);
  }

  private void end() {
    try {
      Heard last = heard;
      if (last != null) {
        last.noteNow();
      }
    } catch (RuntimeException e) {
      LOG.error("A run of source {} could not be written down", source.id(), e);
    }
  }

  /** Stops soon; {@link #awaitEnd} waits until it has. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }

  /** Waits for the end, but not for long: a reader that hangs holds nothing that others need. */
  static void awaitEnd(Collection<Listener> closed) throws InterruptedException {
    long end = System.nanoTime() + CLOSING.toNanos();
    for (Listener listener : closed) {
      listener.thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }
}
