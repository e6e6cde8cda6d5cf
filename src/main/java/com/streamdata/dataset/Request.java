package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import java.util.concurrent.CompletableFuture;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Something the writer is asked to do. Its future is completed once what was done is synced to
 * disk.
 */
sealed interface Request {
  CompletableFuture<?> done();

  /** About how much memory waiting takes. */
  long bytes();

  /**
   * Rows for one source.
   *
   * @param reading null when somebody sent them
   */
  record Append(
      SourceId id, Batch batch, @Nullable Reading reading, CompletableFuture<Dataset> done)
      implements Request {
    @Override
    public long bytes() {
      return batch.bytes();
    }
  }

  /** How far rows that were read bring their source. */
  record Reading(Positions from, Positions to) {}

  /**
   * Any other change of one source. The work gives the tables that are new or different then; it is
   * done again if another of the same transaction fails.
   */
  record Change(SourceId id, Work<DuckDBConnection, Changed> work, CompletableFuture<Void> done)
      implements Request {
    @Override
    public long bytes() {
      return 0;
    }
  }

  /** The last request of all. */
  record Stop(CompletableFuture<Void> done) implements Request {
    @Override
    public long bytes() {
      return 0;
    }
  }
}
