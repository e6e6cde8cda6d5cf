package com.streamdata.dataset;

import com.streamdata.error.AppException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs reading work on as many threads as there are cores. They are platform threads of their own
 * because a virtual thread inside DuckDB holds its carrier, and with it every other request.
 */
final class Readers implements AutoCloseable {
  private static final int WAITING = 512;

  private final ThreadPoolExecutor threads;

  Readers() {
    int cores = Runtime.getRuntime().availableProcessors();
    threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("rows-reader-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  <T> T read(DuckDbFile file, Work<Connection, T> work) throws SQLException {
    try {
      return Failures.await(threads.submit(() -> readHere(file, work)));
    } catch (RejectedExecutionException _) {
      throw AppException.tooMany(
          DatasetErrors.TOO_MANY_READS, "Too many queries are waiting.", Duration.ofSeconds(1));
    }
  }

  private static <T> T readHere(DuckDbFile file, Work<Connection, T> work) throws SQLException {
    try (Connection connection = file.connect()) {
      TableSql.execute(connection, "BEGIN TRANSACTION READ ONLY");
      return work.with(connection);
    }
  }

  /** Lets what runs finish for a moment. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
