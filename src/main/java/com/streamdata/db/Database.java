package com.streamdata.db;

import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The metadata database. Every write is one transaction and returns after its commit is on disk.
 *
 * <p>Reads inside a write go through the handle that the work is given.
 */
public final class Database implements AutoCloseable {
  private final Jdbi readers;
  private final Writer writer;
  private final Runnable onClose;
  private final AtomicLong generation = new AtomicLong();

  Database(Jdbi readers, Writer writer, Runnable onClose) {
    this.readers = readers;
    this.writer = writer;
    this.onClose = onClose;
  }

  /**
   * What a transaction does. It may run again after a failed commit of others, so it touches
   * nothing else.
   */
  @FunctionalInterface
  public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    T run(Handle handle);
  }

  /** Runs transactions, each as if alone. */
  interface Writer extends AutoCloseable {
    <T extends @org.jspecify.annotations.Nullable Object> T write(Work<T> work, Runnable committed);

    /** Grows whenever other processes may have written; always 0 where there are none. */
    long others();

    @Override
    void close();
  }

  /** Reads without a transaction of its own. */
  public <T extends @org.jspecify.annotations.Nullable Object> T read(Work<T> work) {
    return readers.withHandle(work::run);
  }

  /** Reads by one SQL interface. */
  public <S, T extends @org.jspecify.annotations.Nullable Object> T from(
      Class<S> store, java.util.function.Function<S, T> work) {
    return read(handle -> work.apply(handle.attach(store)));
  }

  /**
   * Changes something that an answer may show. All or nothing; the exception of the work is
   * rethrown as it is.
   */
  public <T extends @org.jspecify.annotations.Nullable Object> T write(Work<T> work) {
    return writer.write(work, generation::incrementAndGet);
  }

  /** Changes by one SQL interface, see {@link #write}. */
  public <S, T extends @org.jspecify.annotations.Nullable Object> T with(
      Class<S> store, java.util.function.Function<S, T> work) {
    return write(handle -> work.apply(handle.attach(store)));
  }

  /**
   * Keeps books that no cached answer shows, such as when a key was last used: cached answers stay.
   */
  public <T extends @org.jspecify.annotations.Nullable Object> T record(Work<T> work) {
    return writer.write(work, () -> {});
  }

  /**
   * Grows with every write of this process, after its commit and before its caller hears of it.
   * What was computed from a read that began at this generation is as new as the last acknowledged
   * write. Where other nodes share the database it also grows every second, so that what they
   * revoke is not honoured here for longer.
   */
  public long generation() {
    return generation.get() + writer.others();
  }

  @Override
  public void close() {
    writer.close();
    onClose.run();
  }
}
