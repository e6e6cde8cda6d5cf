package com.streamdata.source.sql;

import com.streamdata.dataset.Work;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few connections to one server. Opened when they are needed, without a second try: a server that
 * is down must fail at once, not after a wait for better days.
 */
final class SqlPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqlPool.class);
  private static final int MOST = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);
  private static final int SECONDS_TO_PROVE_LIFE = 5;

  private final Opening opening;
  private final Semaphore free = new Semaphore(MOST, true);
  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  SqlPool(Opening opening) {
    this.opening = opening;
  }

  /** Opens a connection. */
  interface Opening {
    Connection open() throws SQLException, FetchFailure;
  }

  private record Idle(Connection connection, long since) {
    boolean isOld() {
      return System.nanoTime() - since > LONGEST_IDLE.toNanos();
    }
  }

  <T> T with(Work<Connection, T> work) throws SQLException, FetchFailure, InterruptedException {
    if (!free.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new FetchFailure(Stage.TIMEOUT, "Too many queries wait for this database already.");
    }
    try {
      return run(work);
    } finally {
      free.release();
    }
  }

  private <T> T run(Work<Connection, T> work) throws SQLException, FetchFailure {
    Connection connection = take();
    boolean fine = false;
    try {
      T found = work.with(connection);
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      fine = true;
      return found;
    } finally {
      giveBack(connection, fine);
    }
  }

  private Connection take() throws SQLException, FetchFailure {
    Idle found = next();
    while (found != null) {
      if (found.connection().isValid(SECONDS_TO_PROVE_LIFE)) {
        return found.connection();
      }
      close(found.connection());
      found = next();
    }
    return opening.open();
  }

  private synchronized @Nullable Idle next() {
    return idle.pollLast();
  }

  private synchronized void giveBack(Connection connection, boolean fine) {
    if (fine && !closed) {
      idle.addLast(new Idle(connection, System.nanoTime()));
    } else {
      close(connection);
    }
  }

  /** Closes what nobody has used for a while. */
  synchronized void tidy() {
    while (!idle.isEmpty() && idle.peekFirst().isOld()) {
      close(idle.removeFirst().connection());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(each -> close(each.connection()));
    idle.clear();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("A connection could not be closed", e);
    }
  }
}
