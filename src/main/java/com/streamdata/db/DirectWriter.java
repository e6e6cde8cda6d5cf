package com.streamdata.db;

import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes to a database that orders its writers and groups their commits itself. */
final class DirectWriter implements Database.Writer {
  private final Jdbi jdbi;
  private final long opened = System.nanoTime();

  DirectWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T extends @Nullable Object> T write(Database.Work<T> work, Runnable committed) {
    T result = jdbi.inTransaction(work::run);
    committed.run();
    return result;
  }

  /** Nobody tells what other nodes write, so they may have done so once a second. */
  @Override
  public long others() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - opened);
  }

  @Override
  public void close() {}
}
