package com.streamdata.source.file;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.push.KnownFilling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Moves rows of a sheet into batches. A row with a cell that does not fit its column is left out; a
 * cell with an error is reported too, but only that cell is left out.
 */
final class SheetCopy {
  private static final int MOST_CHARACTERS = 16 << 20;

  private final Map<Integer, Column> columns;
  private final RowSink sink;
  private final List<Rejected> rejected = new ArrayList<>();
  private Map<Integer, KnownFilling> fillings;
  private long rejectedCount;
  private int row;
  private int characters;

  SheetCopy(Map<Integer, Column> columns, RowSink sink) {
    this.columns = columns;
    this.sink = sink;
    this.fillings = fresh();
  }

  void copy(int line, List<SheetCell> cells) {
    boolean fits = true;
    boolean reported = false;
    for (SheetCell cell : cells) {
      KnownFilling filling = filling(cell.column());
      String fault = null;
      if (cell.kind() == SheetCell.Kind.ERROR) {
        report(line, filling, cell, "is an error of Excel; the cell is taken as empty");
        reported = true;
      } else {
        fault = filling.setWritten(row, cell.text());
        characters += cell.text().length();
      }
      if (fault != null) {
        report(line, filling, cell, fault);
        reported = true;
        fits = false;
      }
    }
    rejectedCount += reported ? 1 : 0;
    end(fits);
  }

  private KnownFilling filling(int column) {
    KnownFilling filling = fillings.get(column);
    if (filling == null) {
      throw new IllegalStateException("The file has changed while it was read");
    }
    return filling;
  }

  private void report(int line, KnownFilling filling, SheetCell cell, String fault) {
    if (rejected.size() < Outcome.SHOWN) {
      rejected.add(new Rejected(line, filling.name(), cell.text(), fault));
    }
  }

  private void end(boolean fits) {
    if (!fits) {
      fillings.values().forEach(filling -> filling.clear(row));
    } else if (++row == ResultCopy.BATCH_ROWS || characters > MOST_CHARACTERS) {
      flush();
    }
  }

  Outcome finish() {
    flush();
    return new Outcome(rejected, rejectedCount);
  }

  private void flush() {
    if (row > 0) {
      var cells = fillings.values().stream().map(KnownFilling::filled).toList();
      sink.take(new Batch(cells, row, 0, new int[0]));
      fillings = fresh();
      row = 0;
      characters = 0;
    }
  }

  private Map<Integer, KnownFilling> fresh() {
    Map<Integer, KnownFilling> fresh = new TreeMap<>();
    columns.forEach((place, column) -> fresh.put(place, new KnownFilling(column)));
    return fresh;
  }
}
