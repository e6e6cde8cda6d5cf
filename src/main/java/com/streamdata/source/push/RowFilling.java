package com.streamdata.source.push;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows while they are read, column by column in the form in which they are stored: no object per
 * row.
 */
final class RowFilling {
  static final int MOST_ROWS = 1_000_000;
  static final int MOST_COLUMNS = 1000;

  private final List<Filling> fillings = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private Refusals refusals = new Refusals();
  private int[] setIn = new int[16];
  private int[] lines = new int[16];
  private int row = -1;
  private long line;

  RowFilling(List<Column> columns) {
    columns.forEach(column -> add(new KnownFilling(column)));
  }

  /** Begins a row that stands at this line, from 1. */
  void begin(long atLine) {
    if (++row == MOST_ROWS) {
      throw new AppException(
          PushErrors.TOO_LARGE, "Send at most " + MOST_ROWS + " rows at once, or upload a file.");
    }
    if (row == lines.length) {
      lines = Arrays.copyOf(lines, row * 2);
    }
    line = atLine;
    lines[row] = (int) Math.min(line, Integer.MAX_VALUE);
  }

  int row() {
    return row;
  }

  /** The column of this name, whatever its case; a new one if nobody has heard of it. */
  int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      place = places.get(key(name));
      place = place == null ? add(new GuessedFilling(name)) : place;
      places.put(name, place);
    }
    return place;
  }

  /** The column to set in this row. A second value in one row is refused. */
  Filling at(int place) {
    Filling filling = fillings.get(place);
    if (setIn[place] == row + 1) {
      refuse(filling.name(), "is given twice");
    }
    setIn[place] = row + 1;
    return filling;
  }

  void refuse(@Nullable String column, @Nullable String message) {
    if (message != null) {
      refusals.add(line, column, message);
    }
  }

  /** What is wrong with the rows so far, in words. */
  Optional<String> fault() {
    return refusals.first();
  }

  /** How many columns have turned up. */
  int columnCount() {
    return fillings.size();
  }

  /** Forgets the rows, columns and faults that came after so many rows and columns. */
  void backTo(int rowCount, int columnCount) {
    for (; row >= rowCount; row--) {
      int gone = row;
      fillings.forEach(filling -> filling.clear(gone));
    }
    fillings.subList(columnCount, fillings.size()).clear();
    places.values().removeIf(place -> place >= columnCount);
    Arrays.fill(setIn, 0);
    refusals = new Refusals();
  }

  /**
   * The rows read.
   *
   * @throws AppException if any was refused
   */
  Batch batch(long bytes) {
    refusals.done(row + 1L);
    List<Cells> cells = fillings.stream().flatMap(filling -> filling.cells().stream()).toList();
    return new Batch(cells, row + 1, bytes, Arrays.copyOf(lines, row + 1));
  }

  private int add(Filling filling) {
    String name = filling.name();
    if (name.isBlank() || name.length() > Column.LONGEST_NAME) {
      refuse(name, "must have a name of 1 to " + Column.LONGEST_NAME + " characters");
    }
    int place = fillings.size();
    if (place == MOST_COLUMNS) {
      throw new AppException(
          PushErrors.TOO_LARGE, "A source has at most " + MOST_COLUMNS + " columns.");
    }
    if (place == setIn.length) {
      setIn = Arrays.copyOf(setIn, place * 2);
    }
    fillings.add(filling);
    places.put(name, place);
    places.putIfAbsent(key(name), place);
    return place;
  }

  /** Apart from names as they are, so that {@code temp} finds {@code Temp}. */
  private static String key(String name) {
    return "\0" + name.toLowerCase(Locale.ROOT);
  }
}
