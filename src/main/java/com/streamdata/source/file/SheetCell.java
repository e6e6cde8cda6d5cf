package com.streamdata.source.file;

/**
 * A cell that holds something.
 *
 * @param column from 0
 * @param text numbers as the file writes them, dates and times as ISO 8601 says, {@code true} or
 *     {@code false}, or Excel's name of an error such as {@code #N/A}
 */
record SheetCell(int column, Kind kind, String text) {

  /** What a cell holds. */
  enum Kind {
    NUMBER,
    DATE,
    TIMESTAMP,
    /** A time of day without a day. */
    TIME,
    BOOLEAN,
    TEXT,
    ERROR
  }

  /** As Excel names columns: A to Z, then AA. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
