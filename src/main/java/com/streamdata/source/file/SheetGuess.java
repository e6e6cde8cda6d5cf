package com.streamdata.source.file;

import com.streamdata.dataset.ColumnType;

/** Finds the type of a column of a sheet by all its cells. */
final class SheetGuess {
  /** One cell of so many may be of another kind than the column; its row is left out then. */
  private static final int ODD_ONES = 100;

  private static final long EXACT = 1L << 53;

  private long cells;
  private long numbers;
  private long days;
  private long times;
  private long truths;
  private boolean fractions;
  private boolean large;

  void look(SheetCell cell) {
    cells += cell.kind() == SheetCell.Kind.ERROR ? 0 : 1;
    switch (cell.kind()) {
      case NUMBER -> lookAtNumber(cell.text());
      case DATE -> days++;
      case TIMESTAMP -> times++;
      case BOOLEAN -> truths++;
      case TIME, TEXT, ERROR -> {}
    }
  }

  /** Whole numbers beyond 64 bits count as text, as in other files. */
  private void lookAtNumber(String text) {
    try {
      long whole = Long.parseLong(text);
      large |= whole > EXACT || whole < -EXACT;
      numbers++;
    } catch (NumberFormatException _) {
      boolean digits = text.chars().skip(1).allMatch(Character::isDigit);
      fractions |= !digits;
      numbers += digits ? 0 : 1;
    }
  }

  ColumnType type() {
    if (isNearlyAll(numbers)) {
      return fractions && large ? ColumnType.TEXT : ColumnType.NUMBER;
    }
    if (isNearlyAll(days + times)) {
      return times > 0 ? ColumnType.TIMESTAMP : ColumnType.DATE;
    }
    return isNearlyAll(truths) ? ColumnType.BOOLEAN : ColumnType.TEXT;
  }

  private boolean isNearlyAll(long some) {
    return some > 0 && (cells - some) * ODD_ONES <= cells;
  }
}
