package com.streamdata.dataset;

import java.util.List;

/**
 * Rows that are stored together or not at all.
 *
 * @param columns each name once, whatever its case; columns of the source that are missing here are
 *     null in every row
 * @param rowCount how many rows the cells hold
 * @param bytes about how much memory they take
 * @param lines for each row the line or row number from 1 in what was sent; empty when the rows
 *     have no such place
 */
public record Batch(List<Cells> columns, int rowCount, long bytes, int[] lines) {

  /** Where the row stood in what was sent. */
  long line(int row) {
    return row < lines.length ? lines[row] : row + 1L;
  }
}
