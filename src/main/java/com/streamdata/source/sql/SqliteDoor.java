package com.streamdata.source.sql;

import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Opens SQLite files for reading.
 *
 * @param folder the only one with such files; null for none
 * @param ours what the server keeps, of which nothing is opened wherever it is
 */
record SqliteDoor(@Nullable Path folder, Path ours) {
  private static final int STEPS_BETWEEN_LOOKS = 100_000;
  private static final int BUSY_MILLIS = 5_000;

  Connection open(String name, Duration toAnswer) throws SQLException, FetchFailure {
    Path file = file(name);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enableLoadExtension(false);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    Properties properties = config.toProperties();
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA trusted_schema = OFF");
      connection.setAutoCommit(false);
      return new Deadline(toAnswer).on(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The file itself, wherever links lead. */
  private Path file(String name) throws FetchFailure {
    if (folder == null) {
      throw new FetchFailure(
          Stage.REFUSED,
          "No folder of SQLite files is allowed; an administrator can name one"
              + " (STREAMDATA_SQLITE_FOLDER).");
    }
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(name).toRealPath();
      boolean isOurs = Files.exists(ours) && file.startsWith(ours.toRealPath());
      if (!file.startsWith(root) || isOurs || !Files.isRegularFile(file)) {
        throw missing(name);
      }
      if (file.toString().matches(".*[?#;].*")) {
        throw new FetchFailure(Stage.REFUSED, "The folder's name has a sign that it cannot have.");
      }
      return file;
    } catch (IOException _) {
      throw missing(name);
    }
  }

  /** The same words whatever there is instead, so that nobody learns of other files. */
  private static FetchFailure missing(String name) {
    return new FetchFailure(
        Stage.NAME, "There is no file " + name + " in the folder of SQLite files.");
  }

  /** Ends what takes too long: the driver's own timeout waits for locks only. */
  private static final class Deadline {
    private final long nanos;
    private final long start = System.nanoTime();

    Deadline(Duration longest) {
      this.nanos = longest.toNanos();
    }

    Connection on(Connection connection) throws SQLException {
      ProgressHandler.setHandler(
          connection,
          STEPS_BETWEEN_LOOKS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return System.nanoTime() - start > nanos ? 1 : 0;
            }
          });
      return connection;
    }
  }
}
