package com.streamdata.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in the data folder for files that nobody misses. Each start empties it, for a process
 * that is killed leaves them; whoever has it open owns the data folder.
 */
public final class TemporaryFolder implements AutoCloseable {
  /** Below the data folder. */
  public static final String NAME = "tmp";

  private final Path folder;
  private final FileChannel lock;

  private TemporaryFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Empties it, or makes it.
   *
   * @throws SettingsException if another server works in this data folder, or it is a link to where
   *     others may have theirs
   */
  public static TemporaryFolder open(Path dataDir) throws IOException {
    if (Files.isSymbolicLink(dataDir.resolve(NAME))) {
      throw new SettingsException(
          "STREAMDATA_DATA_DIR must not have a link as "
              + NAME
              + ": each start deletes what is in it: "
              + dataDir);
    }
    Path folder = Files.createDirectories(dataDir.resolve(NAME)).toRealPath();
    FileChannel lock =
        FileChannel.open(
            dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(lock) == null) {
      lock.close();
      throw new SettingsException(
          "STREAMDATA_DATA_DIR is used by another server that is running: " + dataDir);
    }
    TemporaryFolder opened = new TemporaryFolder(folder, lock);
    opened.empty();
    return opened;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** Links are removed, and not followed. */
  private void empty() throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.walk(folder)) {
      left = files.filter(file -> !file.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }

  /** A new empty file, by its real path; whoever asks for it deletes it. */
  public Path newFile(String prefix) throws IOException {
    return Files.createTempFile(folder, prefix + "-", "");
  }

  /** A folder for somebody who makes files there himself. */
  public Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Another server can have the data folder from now on. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
