package com.streamdata.source.rest;

import com.streamdata.config.TemporaryFolder;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows on their way out of an answer: one JSON object after the other in a file that goes when this
 * is closed. Types are guessed once all rows are there.
 */
final class RowSpool implements AutoCloseable {
  private static final int MOST_ROWS = 1_000_000;
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  private final Path file;
  private final JsonGenerator json;
  private long rows;

  RowSpool(TemporaryFolder temporary) throws IOException {
    file = temporary.newFile("rows");
    json =
        JSON.createGenerator(
            ObjectWriteContext.empty(), new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** Begins a row; what is written then must be one object. */
  JsonGenerator next() throws FetchFailure {
    if (++rows > MOST_ROWS) {
      throw new FetchFailure(Stage.SIZE, "There are more than " + MOST_ROWS + " rows");
    }
    return json;
  }

  long rows() {
    return rows;
  }

  /** The whole file; nothing can be written any more. */
  Path finish() {
    json.close();
    return file;
  }

  @Override
  public void close() {
    json.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
