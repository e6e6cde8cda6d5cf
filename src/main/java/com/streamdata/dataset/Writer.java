package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that changes rows. What arrives while a commit is being synced becomes the next
 * transaction, so a push waits for no timer and many pushes share one sync.
 */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final Duration TIDY_EVERY = Duration.ofSeconds(1);
  private static final Duration AGE_EVERY = Duration.ofMinutes(1);

  private final Map<SourceId, Table> tables;
  private final Consumer<SourceId> changed;
  private final InstantSource clock;
  private final RequestQueue queue = new RequestQueue();
  private Instant tidied = Instant.EPOCH;
  private Instant aged = Instant.EPOCH;
  private boolean committing;
  private boolean broken;

  @SuppressWarnings("NullAway.Init")
  private DuckDBConnection connection;

  Writer(Map<SourceId, Table> tables, Consumer<SourceId> changed, InstantSource clock) {
    this.tables = tables;
    this.changed = changed;
    this.clock = clock;
  }

  /** Returns at once; the future tells when the rows are synced. */
  CompletableFuture<Dataset> append(SourceId id, Batch batch, Request.@Nullable Reading reading) {
    Request.Append append = new Request.Append(id, batch, reading, new CompletableFuture<>());
    queue.add(append);
    return append.done();
  }

  CompletableFuture<Void> change(SourceId id, Work<DuckDBConnection, Changed> work) {
    Request.Change change = new Request.Change(id, work, new CompletableFuture<>());
    queue.add(change);
    return change.done();
  }

  /** Everything asked for before is still done. */
  void stop() {
    queue.stop();
  }

  /**
   * Does what is asked for.
   *
   * @return true once it is stopped, false when the connection is of no use any more
   */
  boolean run(DuckDBConnection open) {
    connection = open;
    broken = false;
    boolean running = true;
    while (running && !broken) {
      running = serve(queue.next(TIDY_EVERY));
    }
    return !running;
  }

  /**
   * Refuses what is asked for during a second, because the store cannot be opened.
   *
   * @return whether it is stopped
   */
  boolean refuse(Throwable reason) {
    Instant end = clock.instant().plus(TIDY_EVERY);
    boolean running = true;
    while (running && clock.instant().isBefore(end)) {
      running = refuse(queue.next(TIDY_EVERY), reason);
    }
    return !running;
  }

  private boolean refuse(@Nullable Request request, Throwable reason) {
    if (request instanceof Request.Stop stop) {
      return end(stop);
    }
    if (request != null) {
      request.done().completeExceptionally(Failures.unavailable(reason));
    }
    return true;
  }

  private boolean serve(@Nullable Request next) {
    if (next instanceof Request.Stop stop) {
      return end(stop);
    }
    if (next instanceof Request.Append append) {
      append(queue.group(append));
    } else if (next instanceof Request.Change change) {
      change(queue.group(change));
    }
    if (isDue(tidied, TIDY_EVERY)) {
      tidy();
    }
    return true;
  }

  private boolean isDue(Instant last, Duration every) {
    return Duration.between(last, clock.instant()).compareTo(every) >= 0;
  }

  private boolean end(Request.Stop stop) {
    stop.done().complete(null);
    queue.refuseRest();
    return false;
  }

  private void append(List<Request.Append> group) {
    Appends appends = new Appends(group, tables);
    List<Request.Append> accepted = appends.accepted();
    try {
      if (!accepted.isEmpty()) {
        transaction(connection -> appends.write(connection, tables, now()));
        accepted.forEach(append -> append.done().complete(dataset(append.id())));
      }
    } catch (SQLException | RuntimeException | OutOfMemoryError e) {
      failed(accepted, e);
    }
  }

  /**
   * One of a group may have spoilt it for all; only a commit that failed may not be tried again.
   */
  private void failed(List<Request.Append> accepted, Throwable reason) {
    if (accepted.size() > 1 && !committing) {
      accepted.forEach(append -> append(List.of(append)));
    } else {
      LOG.error("Rows could not be written", reason);
      accepted.forEach(append -> append.done().completeExceptionally(Failures.unavailable(reason)));
    }
  }

  private void change(List<Request.Change> group) {
    try {
      transaction(connection -> {
        Changed all = Changed.NOTHING;
        for (Request.Change change : group) {
          all = all.and(change.work().with(connection));
        }
        return all;
      });
      group.forEach(change -> change.done().complete(null));
    } catch (SQLException | RuntimeException | OutOfMemoryError e) {
      if (group.size() > 1 && !committing) {
        group.forEach(change -> change(List.of(change)));
      } else {
        group.forEach(change -> change.done().completeExceptionally(e));
      }
    }
  }

  private void tidy() {
    tidied = clock.instant();
    boolean aging = isDue(aged, AGE_EVERY);
    aged = aging ? tidied : aged;
    List<Table> due =
        tables.values().stream()
            .filter(table -> table.surplus() > 0 || aging && table.ages())
            .toList();
    try {
      if (!due.isEmpty()) {
        transaction(connection -> Retention.tidy(connection, due, now()));
      }
    } catch (SQLException | RuntimeException e) {
      LOG.error("Old rows could not be removed; it is tried again", e);
    }
  }

  private void transaction(Work<DuckDBConnection, Changed> work) throws SQLException {
    committing = false;
    try {
      // Not by setAutoCommit: the driver would begin with the first statement, and an appender is
      // none.
      TableSql.execute(connection, "BEGIN TRANSACTION");
      Changed done = work.with(connection);
      committing = true;
      TableSql.execute(connection, "COMMIT");
      publish(done);
    } catch (SQLException | RuntimeException | OutOfMemoryError e) {
      recover(e);
      throw e;
    }
  }

  private void publish(Changed done) {
    done.tables().forEach(table -> tables.put(table.id(), table));
    done.dropped().forEach(tables::remove);
    done.tables().forEach(table -> changed.accept(table.id()));
    done.dropped().forEach(changed);
  }

  /** Nobody knows whether a commit that failed has happened: what the file says counts. */
  private void recover(Throwable reason) {
    try {
      if (!committing) {
        TableSql.execute(connection, "ROLLBACK");
      }
      Map<SourceId, Table> stored = CatalogSql.load(connection);
      tables.keySet().retainAll(stored.keySet());
      tables.putAll(stored);
    } catch (SQLException e) {
      reason.addSuppressed(e);
      broken = true;
    }
  }

  private Dataset dataset(SourceId id) {
    return Objects.requireNonNull(tables.get(id)).dataset();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
