package com.streamdata.source.fetch;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import java.util.List;

/** Takes rows as they are read. */
public interface RowSink {
  /** How many rows will come, as soon as that is known. */
  default void expect(long rows) {}

  /** Columns whose type is known before the first row. */
  default List<Column> known() {
    return List.of();
  }

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
