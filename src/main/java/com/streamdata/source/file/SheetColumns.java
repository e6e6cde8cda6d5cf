package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns of a sheet: its first row names them. A column without a name that holds something is
 * named by its letter.
 */
final class SheetColumns {
  private final List<Column> declared;
  private final Map<Integer, String> names = new TreeMap<>();
  private final Map<Integer, SheetGuess> guesses = new TreeMap<>();
  private int header;
  private long rows;

  SheetColumns(List<Column> declared) {
    this.declared = declared;
  }

  void look(int line, List<SheetCell> cells) {
    if (header == 0) {
      header = line;
      cells.forEach(cell -> add(cell.column(), cell.text().strip()));
      return;
    }
    rows++;
    for (SheetCell cell : cells) {
      if (!names.containsKey(cell.column())) {
        add(cell.column(), "");
      }
      guesses.computeIfAbsent(cell.column(), _ -> new SheetGuess()).look(cell);
    }
  }

  private void add(int column, String name) {
    if (name.length() > Column.LONGEST_NAME) {
      throw FileErrors.unreadable(
          header,
          "the name of column %s has more than %d characters"
              .formatted(SheetCell.letters(column), Column.LONGEST_NAME));
    }
    names.put(column, name.isEmpty() ? SheetCell.letters(column) : name);
    if (names.size() > FileColumn.MOST) {
      throw FileErrors.tooManyColumns("sheet");
    }
  }

  boolean isEmpty() {
    return header == 0;
  }

  /** Rows below the names. */
  long rows() {
    return rows;
  }

  /** The line with the names. */
  int header() {
    return header;
  }

  /** The columns by their place in the sheet. Of two of the same name the second gets a number. */
  Map<Integer, Column> columns() {
    Map<Integer, Column> columns = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    names.forEach((place, name) -> columns.put(place, column(place, free(name, taken))));
    return columns;
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + " " + i;
    }
    return free;
  }

  private Column column(int place, String name) {
    return FileColumn.declared(declared, name)
        .orElseGet(() -> new Column(name, guesses.getOrDefault(place, new SheetGuess()).type()));
  }
}
