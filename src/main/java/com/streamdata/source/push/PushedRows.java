package com.streamdata.source.push;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads rows that a program sent. */
public final class PushedRows {
  private static final long MOST_BYTES = 64L << 20;

  private PushedRows() {}

  /**
   * Reads a whole body.
   *
   * @param columns those that the source has; others are added, their type guessed from the values
   * @param gzip whether the body is packed
   * @throws AppException if the body cannot be read, is too large, or a row does not fit; the
   *     details name the rows
   * @throws IOException if the client does not send all of it
   */
  public static Batch read(InputStream body, PushFormat format, boolean gzip, List<Column> columns)
      throws IOException {
    try {
      CappedInput input = new CappedInput(gzip ? new GZIPInputStream(body) : body, MOST_BYTES);
      RowFilling rows = new RowFilling(columns);
      switch (format) {
        case JSON -> new JsonRows(rows).readArray(input);
        case NDJSON -> new JsonRows(rows).readLines(input);
        case CSV -> new CsvRows(rows).read(input);
      }
      return rows.batch(input.count());
    } catch (ZipException e) {
      throw new AppException(PushErrors.MALFORMED, "The body is not gzip: " + e.getMessage() + ".");
    }
  }
}
