package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open file and the thread that writes to it. A full disk makes DuckDB refuse everything until
 * its file is opened anew: this is tried until it works, and meanwhile nothing is acknowledged.
 */
final class Store {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Path folder;
  private final Map<SourceId, Table> tables = new ConcurrentHashMap<>();
  private final Writer writer;
  private final Thread thread;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private volatile @Nullable DuckDbFile file;

  Store(Path folder, Consumer<SourceId> changed, InstantSource clock) {
    this.folder = folder;
    this.writer = new Writer(tables, changed, clock);
    this.thread = Thread.ofPlatform().name("rows-writer").daemon().start(this::run);
  }

  private void run() {
    boolean stopped = false;
    while (!stopped) {
      try (DuckDbFile now = DuckDbFile.open(folder);
          DuckDBConnection connection = now.connect()) {
        load(connection);
        file = now;
        opened.complete(null);
        stopped = writer.run(connection);
      } catch (SQLException | RuntimeException | LinkageError e) {
        LOG.error("The store of rows cannot be opened", e);
        stopped = opened.completeExceptionally(e) || writer.refuse(e);
      } finally {
        file = null;
      }
    }
  }

  private void load(DuckDBConnection connection) throws SQLException {
    CatalogSql.prepare(connection);
    for (String unfinished : CatalogSql.unfinishedImports(connection)) {
      TableSql.drop(connection, unfinished);
    }
    Map<SourceId, Table> stored = CatalogSql.load(connection);
    tables.keySet().retainAll(stored.keySet());
    tables.putAll(stored);
  }

  /** What is known of the tables; waits until the store is open. */
  Map<SourceId, Table> tables() {
    awaitOpen();
    return tables;
  }

  Writer writer() {
    awaitOpen();
    return writer;
  }

  DuckDbFile file() {
    awaitOpen();
    DuckDbFile now = file;
    if (now == null) {
      throw new AppException(DatasetErrors.UNAVAILABLE, "The store of rows is not open just now.");
    }
    return now;
  }

  void awaitOpen() {
    try {
      Failures.await(opened);
    } catch (SQLException e) {
      throw Failures.unavailable(e);
    }
  }

  /** Finishes what was asked for, then closes the file. */
  void close() {
    writer.stop();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
