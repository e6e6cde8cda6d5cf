package com.streamdata.source.file;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.source.fetch.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Moves the rows of a result into batches of a bounded size. */
final class ResultCopy {
  static final int BATCH_ROWS = 20_000;

  private final List<FileColumn> columns;
  private final List<Column> targets;
  private final RowSink sink;
  private List<Cells> cells;
  private int row;

  /**
   * @param targets what each column becomes
   */
  ResultCopy(List<FileColumn> columns, List<Column> targets, RowSink sink) {
    this.columns = columns;
    this.targets = targets;
    this.sink = sink;
    this.cells = fresh();
  }

  void copyAll(ScratchDuckDb scratch, String from) throws SQLException {
    String select = columns.stream().map(FileColumn::expression).collect(Collectors.joining(", "));
    scratch.query("SELECT " + select + " " + from, this::copy);
    flush();
  }

  private void copy(ResultSet from) throws SQLException {
    for (int i = 0; i < cells.size(); i++) {
      copy(from, i);
    }
    if (++row == BATCH_ROWS) {
      flush();
    }
  }

  private void copy(ResultSet from, int at) throws SQLException {
    Cells into = cells.get(at);
    switch (columns.get(at).columnType(ColumnType.INTEGER)) {
      case TIMESTAMP, DATE, INTEGER -> {
        long value = from.getLong(at + 1);
        if (!from.wasNull()) {
          setLong(into, value);
        }
      }
      case NUMBER -> {
        double value = from.getDouble(at + 1);
        if (!from.wasNull() && Double.isFinite(value)) {
          into.setNumber(row, value);
        }
      }
      case BOOLEAN -> {
        boolean value = from.getBoolean(at + 1);
        if (!from.wasNull()) {
          into.setBoolean(row, value);
        }
      }
      case TEXT -> {
        String value = from.getString(at + 1);
        if (value != null) {
          into.setText(row, value);
        }
      }
    }
  }

  private void setLong(Cells into, long value) {
    if (into.column().type() == ColumnType.NUMBER) {
      into.setNumber(row, value);
    } else {
      into.setLong(row, value);
    }
  }

  private void flush() {
    if (row > 0) {
      sink.take(new Batch(cells, row, 0, new int[0]));
      cells = fresh();
      row = 0;
    }
  }

  private List<Cells> fresh() {
    return targets.stream().map(Cells::new).toList();
  }
}
