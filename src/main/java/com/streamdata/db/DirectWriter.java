package com.streamdata.db;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes to a database that orders its writers and groups their commits itself. */
final class DirectWriter implements Database.Writer {
  private final Jdbi jdbi;

  DirectWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T extends @Nullable Object> T write(Database.Work<T> work, Runnable committed) {
    T result = jdbi.inTransaction(work::run);
    committed.run();
    return result;
  }

  @Override
  public void close() {}
}
