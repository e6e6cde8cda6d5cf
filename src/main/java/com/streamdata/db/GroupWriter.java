package com.streamdata.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One thread that writes to SQLite. What waits is committed together: a sync costs most of a
 * millisecond whether it covers one transaction or fifty. Each transaction has its own savepoint,
 * so a failing one takes nobody with it.
 */
final class GroupWriter implements Database.Writer {
  private static final int MOST_TOGETHER = 200;

  private final Jdbi jdbi;
  private final LinkedBlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean finished;

  GroupWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.thread = Thread.ofPlatform().name("metadata-writer").start(this::loop);
  }

  @Override
  public <T extends @Nullable Object> T write(Database.Work<T> work, Runnable committed) {
    if (closed) {
      throw new IllegalStateException("The database is closed");
    }
    Job<T> job = new Job<>(work, committed);
    queue.add(job);
    if (finished) {
      job.fail(new IllegalStateException("The database is closed"));
    }
    try {
      return job.done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private void loop() {
    try (Handle handle = jdbi.open()) {
      while (!closed || !queue.isEmpty()) {
        List<Job<?>> group = new ArrayList<>();
        group.add(queue.take());
        queue.drainTo(group, MOST_TOGETHER - 1);
        commit(handle, group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    finished = true;
    queue.forEach(job -> job.fail(new IllegalStateException("The database is closed")));
  }

  private static void commit(Handle handle, List<Job<?>> group) {
    try {
      handle.begin();
      group.forEach(job -> job.run(handle));
      handle.commit();
    } catch (RuntimeException e) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
      group.forEach(job -> job.fail(e));
      return;
    }
    group.forEach(Job::acknowledge);
  }

  /** Only one process opens the file. */
  @Override
  public long others() {
    return 0;
  }

  @Override
  public void close() {
    closed = true;
    queue.add(new Job<>(_ -> true, () -> {}));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Job<T extends @Nullable Object> {
    final Database.Work<T> work;
    final Runnable committed;
    final CompletableFuture<T> done = new CompletableFuture<>();
    @Nullable Throwable failure;
    @Nullable T result;

    Job(Database.Work<T> work, Runnable committed) {
      this.work = work;
      this.committed = committed;
    }

    void run(Handle handle) {
      handle.savepoint("job");
      try {
        result = work.run(handle);
        handle.release("job");
      } catch (RuntimeException | Error e) {
        failure = e;
        // For JDBI this also ends the savepoint: releasing it would fail, and everybody with it.
        handle.rollbackToSavepoint("job");
      }
    }

    @SuppressWarnings("NullAway") // a T that may be null is null here when the work returned null
    void acknowledge() {
      if (failure != null) {
        done.completeExceptionally(failure);
      } else {
        committed.run();
        done.complete(result);
      }
    }

    void fail(RuntimeException reason) {
      done.completeExceptionally(failure == null ? reason : failure);
    }
  }
}
