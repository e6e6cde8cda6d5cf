package com.streamdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody misses. */
class TemporaryFolderTest {
  @TempDir private Path dataDir;

  @Test
  void whatWasLeftGoesWhenItIsOpened() throws IOException {
    Path kept = Files.writeString(dataDir.resolve("kept"), "kept");
    Path left;
    try (TemporaryFolder before = TemporaryFolder.open(dataDir)) {
      left = before.newFile("answer");
      Files.writeString(before.folder("tomcat/work").resolve("upload"), "left");
      Files.createSymbolicLink(before.folder("links").resolve("link"), dataDir);
    }
    assertThat(left).exists();

    try (TemporaryFolder _ = TemporaryFolder.open(dataDir)) {
      assertThat(dataDir.resolve(TemporaryFolder.NAME)).isEmptyDirectory();
      assertThat(kept).exists();
    }
  }

  @Test
  void whereALinkLeadsNothingIsDeleted(@TempDir Path elsewhere) throws IOException {
    Path others = Files.writeString(elsewhere.resolve("others"), "of others");
    Files.createSymbolicLink(dataDir.resolve(TemporaryFolder.NAME), elsewhere);

    assertThatThrownBy(() -> TemporaryFolder.open(dataDir))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("must not have a link as tmp");
    assertThat(others).exists();
  }

  @Test
  void nothingIsTakenFromAServerThatRuns() throws IOException {
    try (TemporaryFolder running = TemporaryFolder.open(dataDir)) {
      Path used = running.newFile("answer");

      assertThatThrownBy(() -> TemporaryFolder.open(dataDir))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("another server");
      assertThat(used).exists();
    }
  }
}
