package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Reads the rows of an uploaded file. */
public final class FileRows {
  private FileRows() {}

  /**
   * Reads a whole file; its memory does not grow with it.
   *
   * @param file absolute, without symbolic links; may be rewritten in another encoding
   * @param declared columns whose type is known beforehand
   * @throws AppException if it is no such file
   */
  public static Outcome read(Path file, FileFormat format, List<Column> declared, RowSink sink)
      throws IOException {
    try {
      return switch (format) {
        case PARQUET -> ParquetFile.read(file, sink);
        case XLSX -> XlsxFile.read(file, declared, sink);
        case CSV -> {
          TextEncoding.normalise(file);
          yield CsvFile.read(file, declared, sink);
        }
        case JSON -> {
          TextEncoding.normalise(file);
          yield JsonFile.read(file, declared, sink);
        }
      };
    } catch (SQLException e) {
      throw FileErrors.unreadable(firstLine(e).replace(file.toString(), "the file"));
    }
  }

  /**
   * Reads rows that the server has written itself: one JSON object after the other.
   *
   * @param written whether numbers and truths are written as texts, as in XML
   */
  public static Outcome readLines(Path file, List<Column> declared, boolean written, RowSink sink)
      throws IOException {
    return JsonFile.readLines(file, declared, written, sink);
  }

  /** Without DuckDB's name for the kind of its error; the rest is advice about its functions. */
  private static String firstLine(SQLException e) {
    String message = e.getMessage() == null ? "It cannot be read." : e.getMessage();
    String line = message.lines().findFirst().orElse(message);
    return line.replaceFirst("^([A-Z]\\w*\\s)+Error: ", "");
  }
}
