package com.streamdata.source;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Import;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.fetch.Taking;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one run land. Nothing is opened before the first rows come, and nobody sees any
 * before the end.
 */
final class Landing implements RowSink, AutoCloseable {
  private final Datasets datasets;
  private final Source source;
  private final Dataset before;
  private final Taking taking;
  private @Nullable Import rows;

  Landing(Datasets datasets, Source source, Dataset before, Taking taking) {
    this.datasets = datasets;
    this.source = source;
    this.before = before;
    this.taking = taking;
  }

  @Override
  public List<Column> known() {
    return taking instanceof Taking.Append ? before.columns() : source.declared();
  }

  @Override
  public long wanted() {
    return taking instanceof Taking.Columns ? 0 : Long.MAX_VALUE;
  }

  @Override
  public void take(Batch batch) {
    if (taking instanceof Taking.Columns && isKnown(batch)) {
      return;
    }
    if (rows == null) {
      rows = open(known());
    }
    rows.append(batch);
  }

  /** The rows stay where they are, and so do their columns. */
  private boolean isKnown(Batch batch) {
    return before.rowCount() == 0
        && batch.columns().stream().map(Cells::column).toList().equals(before.columns());
  }

  private Import open(List<Column> columns) {
    return datasets.replace(source.id(), columns);
  }

  /**
   * Lets everybody see the rows.
   *
   * @return how many are new
   */
  long finish() {
    if (taking instanceof Taking.Append append) {
      return rows == null ? 0 : rows.finishAdding(append.key());
    }
    if (rows == null && taking instanceof Taking.Columns) {
      datasets.renew(source.id());
      return 0;
    }
    if (rows == null) {
      // No row today: what is drawn from the columns stays as it is, and is empty.
      rows = open(before.columns());
    }
    long count = rows.rowCount();
    Objects.requireNonNull(rows).finish();
    return count;
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
  }
}
