package com.streamdata.source.fetch;

import com.streamdata.dataset.Batch;

/** Takes rows as they are read. */
public interface RowSink {
  /** How many rows will come, as soon as that is known. */
  default void expect(long rows) {}

  /** How many more rows are of use; what comes beyond them is left unread where that is cheaper. */
  default long wanted() {
    return Long.MAX_VALUE;
  }

  /**
   * Takes the next rows; a batch without rows tells of columns.
   *
   * @throws com.streamdata.error.AppException if they do not fit those taken before
   */
  void take(Batch batch);
}
