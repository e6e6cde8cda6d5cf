package com.streamdata.source.folder;

import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the administrator allows.
 *
 * @param root null when none is
 * @param ours what the server keeps, of which nothing is read wherever it is
 */
record WatchedFolder(@Nullable Path root, Path ours) {
  private static final int MOST_FILES = 2000;
  private static final long MOST_BYTES = 2L << 30;

  /** The files that are meant, oldest first. Links are none. */
  List<FoundFile> list(FolderSettings settings) throws FetchFailure {
    Path folder = folder(settings.folder() == null ? "" : settings.folder());
    List<FoundFile> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path path : all) {
        BasicFileAttributes attributes = attributes(path);
        boolean isFile = attributes != null && attributes.isRegularFile();
        if (attributes != null && isFile && settings.means(path.getFileName().toString())) {
          files.add(FoundFile.of(path, attributes));
          requireFew(files.size());
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      throw new FetchFailure(Stage.NAME, "The folder cannot be read.");
    }
    files.sort(Comparator.comparing(FoundFile::changed).thenComparing(FoundFile::name));
    return files;
  }

  private static void requireFew(int files) throws FetchFailure {
    if (files > MOST_FILES) {
      throw new FetchFailure(
          Stage.SIZE,
          "The folder has more than " + MOST_FILES + " such files; move away what was read.");
    }
  }

  /** Null if the file has just gone. */
  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      return null;
    }
  }

  /** The folder itself, wherever links lead. */
  private Path folder(String name) throws FetchFailure {
    if (root == null) {
      throw new FetchFailure(
          Stage.REFUSED,
          "No folder may be watched; an administrator can name one (STREAMDATA_WATCHED_FOLDER).");
    }
    try {
      Path allowed = root.toRealPath();
      Path folder = allowed.resolve(name).toRealPath();
      boolean isOurs = folder.startsWith(ours.toRealPath());
      if (folder.startsWith(allowed) && !isOurs && Files.isDirectory(folder)) {
        return folder;
      }
    } catch (IOException _) {
      // The same words whatever there is instead.
    }
    throw new FetchFailure(Stage.NAME, "There is no such folder in the watched one.");
  }

  /**
   * Copies a file, for reading may rewrite what is read, and others may write to theirs.
   *
   * @throws IOException if it has gone, is a link by now, or is too large
   */
  static void copy(FoundFile file, Path to) throws IOException {
    var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (InputStream in = Channels.newInputStream(Files.newByteChannel(file.path(), options));
        OutputStream out = Files.newOutputStream(to)) {
      byte[] block = new byte[1 << 16];
      long size = 0;
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        size += read;
        if (size > MOST_BYTES) {
          throw new IOException("it has more than 2 GiB");
        }
        out.write(block, 0, read);
      }
    }
  }
}
