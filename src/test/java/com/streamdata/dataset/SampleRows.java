package com.streamdata.dataset;

import java.util.List;

/** Small batches for tests. */
final class SampleRows {
  private SampleRows() {}

  static Batch of(Cells... columns) {
    return new Batch(List.of(columns), rows(columns[0]), 100, new int[0]);
  }

  private static int rows(Cells cells) {
    int rows = 0;
    while (!cells.isNull(rows)) {
      rows++;
    }
    return rows;
  }

  static Cells whole(String name, long... values) {
    Cells cells = new Cells(new Column(name, ColumnType.NUMBER));
    for (int i = 0; i < values.length; i++) {
      cells.setNumber(i, values[i]);
    }
    return cells;
  }

  static Cells fractions(String name, double... values) {
    Cells cells = new Cells(new Column(name, ColumnType.NUMBER));
    for (int i = 0; i < values.length; i++) {
      cells.setNumber(i, values[i]);
    }
    return cells;
  }

  static Cells texts(String name, String... values) {
    Cells cells = new Cells(new Column(name, ColumnType.TEXT));
    for (int i = 0; i < values.length; i++) {
      cells.setText(i, values[i]);
    }
    return cells;
  }
}
