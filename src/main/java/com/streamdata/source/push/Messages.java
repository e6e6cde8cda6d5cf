package com.streamdata.source.push;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads messages one after the other, each of them a JSON object or an array of objects. A message
 * with anything in it that does not fit is left out as a whole, and the others stay.
 */
public final class Messages {
  private final RowFilling rows;
  private final JsonRows json;
  private long bytes;

  /**
   * Begins.
   *
   * @param columns those that the source has; others are added, their type guessed from the values
   */
  public Messages(List<Column> columns) {
    this.rows = new RowFilling(columns);
    this.json = new JsonRows(rows);
  }

  /**
   * Takes the rows of one message.
   *
   * @return what is wrong with it, in words; then none of them was taken
   */
  public Optional<String> add(byte[] message) {
    int rowCount = rowCount();
    int columnCount = rows.columnCount();
    Optional<String> fault = read(message);
    if (fault.isPresent()) {
      rows.backTo(rowCount, columnCount);
    } else {
      bytes += message.length;
    }
    return fault;
  }

  private Optional<String> read(byte[] message) {
    try {
      json.readMessage(new ByteArrayInputStream(message));
      return rows.fault();
    } catch (AppException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Rows taken so far. */
  public int rowCount() {
    return rows.row() + 1;
  }

  /** The rows taken. */
  public Batch batch() {
    return rows.batch(bytes);
  }
}
