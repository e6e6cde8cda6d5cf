package com.streamdata.source;

import com.streamdata.config.TemporaryFolder;
import com.streamdata.error.AppException;
import com.streamdata.source.file.FileErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where uploaded files lie until they are read. */
@Component
final class Uploads {
  private static final long MOST_BYTES = 2L << 30;
  private static final int BLOCK = 1 << 16;

  private final TemporaryFolder temporary;

  Uploads(TemporaryFolder temporary) {
    this.temporary = temporary;
  }

  /**
   * Stores a body; whoever asked for it deletes the file.
   *
   * @throws AppException if it is too large or empty
   */
  Path store(InputStream body) throws IOException {
    Path file = temporary.newFile("upload");
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(body, out);
    } catch (IOException | RuntimeException e) {
      delete(file);
      throw e;
    }
    return file;
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] block = new byte[BLOCK];
    long size = 0;
    for (int read = from.read(block); read >= 0; read = from.read(block)) {
      size += read;
      if (size > MOST_BYTES) {
        throw new AppException(FileErrors.TOO_LARGE, "A file has at most 2 GiB.");
      }
      to.write(block, 0, read);
    }
    if (size == 0) {
      throw new AppException(FileErrors.UNREADABLE, "The file is empty.");
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
