package com.streamdata.testing;

import com.streamdata.config.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Folders that tests of parts need, as the server has them. */
public final class TestFolders {
  private static @Nullable TemporaryFolder temporary;

  private TestFolders() {}

  /** The one of all tests of a run. */
  public static synchronized TemporaryFolder temporary() {
    try {
      if (temporary == null) {
        temporary = TemporaryFolder.open(Files.createTempDirectory("streamdata-parts"));
      }
      return temporary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
