package com.streamdata.db;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a database that groups commits itself. What a transaction has read is still so when it
 * is written: where another one came in between, it runs again, as if it had come later.
 */
final class DirectWriter implements Database.Writer {
  /** SQLSTATE of serialization_failure and deadlock_detected. */
  private static final Set<String> CAME_IN_BETWEEN = Set.of("40001", "40P01");

  private static final int MOST_RUNS = 1_000;

  private final Jdbi jdbi;
  private final long opened = System.nanoTime();

  DirectWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T extends @Nullable Object> T write(Database.Work<T> work, Runnable committed) {
    T result = run(work);
    committed.run();
    return result;
  }

  private <T extends @Nullable Object> T run(Database.Work<T> work) {
    for (int runs = 1; ; runs++) {
      try {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::run);
      } catch (RuntimeException e) {
        if (runs == MOST_RUNS || !cameInBetween(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean cameInBetween(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && CAME_IN_BETWEEN.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Nobody tells what other nodes write, so they may have done so once a second. */
  @Override
  public long others() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - opened);
  }

  @Override
  public void close() {}
}
