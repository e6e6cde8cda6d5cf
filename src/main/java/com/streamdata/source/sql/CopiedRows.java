package com.streamdata.source.sql;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.source.fetch.RowSink;
import java.math.BigInteger;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts rows of another database into batches. */
final class CopiedRows {
  private static final int ROWS_PER_BATCH = 5_000;
  private static final int BYTES_PER_CELL = 8;

  private final List<Column> columns;
  private final RowSink sink;
  private List<Cells> cells;
  private int rows;
  private long bytes;
  private long count;

  CopiedRows(List<Column> columns, RowSink sink) {
    this.columns = columns;
    this.sink = sink;
    this.cells = fresh();
  }

  private List<Cells> fresh() {
    List<Cells> fresh = new ArrayList<>();
    columns.forEach(column -> fresh.add(new Cells(column)));
    return fresh;
  }

  /** How many there were. */
  long count() {
    return count;
  }

  /**
   * Takes the values of one row, in the form in which a dialect hands them over.
   *
   * @throws SQLException if one cannot be kept
   */
  void add(@Nullable Object[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      if (row[i] != null) {
        set(cells.get(i), row[i]);
      }
    }
    count++;
    rows++;
    if (rows == ROWS_PER_BATCH) {
      finish();
    }
  }

  /** Hands over what is left. */
  void finish() {
    if (rows > 0) {
      sink.take(new Batch(cells, rows, bytes, new int[0]));
    }
    cells = fresh();
    rows = 0;
    bytes = 0;
  }

  private void set(Cells cell, Object value) throws SQLException {
    ColumnType type = cell.column().type();
    bytes += BYTES_PER_CELL;
    switch (type) {
      case TEXT -> {
        String text = value.toString();
        bytes += text.length();
        cell.setText(rows, text);
      }
      case BOOLEAN -> cell.setBoolean(rows, truth(value));
      case NUMBER -> {
        if (!(value instanceof Number number)) {
          throw misfit(cell, value);
        }
        cell.setNumber(rows, number.doubleValue());
      }
      case TIMESTAMP, DATE, INTEGER -> {
        if (!(value instanceof Long number)) {
          throw misfit(cell, value);
        }
        cell.setLong(rows, number);
      }
    }
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean truth
        ? truth
        : value instanceof Number number && number.longValue() != 0;
  }

  private static SQLException misfit(Cells cell, Object value) {
    String why =
        value instanceof BigInteger ? "a number of more than 64 bits" : "something of another type";
    return new SQLDataException(
        "Column " + cell.column().name() + " has " + why + ", which cannot be copied.");
  }
}
