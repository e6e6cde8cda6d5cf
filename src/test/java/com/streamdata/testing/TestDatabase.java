package com.streamdata.testing;

import com.streamdata.config.Secret;
import com.streamdata.db.Database;
import com.streamdata.db.DatabaseConfig;
import com.streamdata.db.DatabaseFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A fresh metadata database of one test, gone when it is closed. */
public final class TestDatabase implements AutoCloseable {
  private final DatabaseConfig config;
  private final Path folder;
  private final Database database;

  private TestDatabase(@Nullable String url) {
    try {
      folder = Files.createTempDirectory("streamdata-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    config = new DatabaseConfig(url == null ? null : new Secret(url));
    database = DatabaseFactory.open(config, folder);
  }

  /** What metadata is kept in. */
  public enum Kind {
    SQLITE,
    POSTGRESQL
  }

  public static TestDatabase fresh(Kind kind) {
    return switch (kind) {
      case SQLITE -> new TestDatabase(null);
      case POSTGRESQL -> new TestDatabase(TestPostgres.create());
    };
  }

  public Database database() {
    return database;
  }

  /** The settings that lead to it. */
  public DatabaseConfig config() {
    return config;
  }

  @Override
  public void close() {
    database.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (config.databaseUrl() != null) {
      TestPostgres.drop(config.databaseUrl().reveal());
    }
  }
}
