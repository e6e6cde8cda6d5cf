package com.streamdata.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** The one database file of rows. One process owns it; its first connection stays open for life. */
final class DuckDbFile implements AutoCloseable {
  private static final long MEGABYTE = 1_000_000;
  private static final long MOST_MEMORY = 1000 * MEGABYTE;
  private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

  private final DuckDBConnection root;

  private DuckDbFile(DuckDBConnection root) {
    this.root = root;
  }

  static DuckDbFile open(Path folder) throws SQLException {
    try {
      Path spilled = Files.createDirectories(folder.resolve("tmp"));
      String url = "jdbc:duckdb:" + folder.resolve("rows.duckdb");
      // Asked directly: DriverManager would load the drivers of all databases.
      DuckDBConnection root = (DuckDBConnection) new DuckDBDriver().connect(url, settings(folder));
      empty(spilled);
      lock(root);
      DuckDbFile file = new DuckDbFile(root);
      unlinkNativeCopy();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What did not fit into memory when the process was killed; the file is ours by now. */
  private static void empty(Path spilled) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(spilled)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A connection for one thread, to be closed by it. */
  DuckDBConnection connect() throws SQLException {
    return root.duplicate();
  }

  @Override
  public void close() throws SQLException {
    root.close();
  }

  private static Properties settings(Path folder) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memoryLimit() / MEGABYTE + "MB");
    settings.setProperty("threads", "" + Runtime.getRuntime().availableProcessors());
    settings.setProperty("temp_directory", folder.resolve("tmp").toString());
    settings.setProperty("max_temp_directory_size", "20GB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("enable_external_access", "false");
    return settings;
  }

  /** Statements see times in UTC, wherever the server is; nobody changes any setting after this. */
  private static void lock(DuckDBConnection root) throws SQLException {
    TableSql.execute(root, "SET GLOBAL TimeZone = 'UTC'");
    TableSql.execute(root, "SET lock_configuration = true");
  }

  private static long memoryLimit() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return Math.min(MOST_MEMORY, system.getTotalMemorySize() / 4);
  }

  /**
   * The driver copies its library of 72 MB to the temporary folder and a killed process would leave
   * it there. Linux keeps a file alive that is mapped, so its name can go at once; elsewhere it
   * stays until the process ends.
   */
  private static void unlinkNativeCopy() throws IOException {
    if (!Files.isReadable(MAPPED_FILES)) {
      return;
    }
    try (Stream<String> lines = Files.lines(MAPPED_FILES)) {
      for (String line : lines.filter(line -> line.contains("/libduckdb_java")).toList()) {
        Files.deleteIfExists(Path.of(line.substring(line.indexOf('/')).replace(" (deleted)", "")));
      }
    }
  }
}
