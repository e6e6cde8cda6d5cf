package com.streamdata.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for all tests of a run, started by the first that needs it and stopped with the
 * JVM. Where it cannot run, tests that need it are skipped, unless {@code FORBID_SKIPPED_TESTS} is
 * {@code true}.
 */
public final class TestPostgres {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable Exception failure;

  private TestPostgres() {}

  /** Makes an empty database and returns its URL as in {@code STREAMDATA_DATABASE_URL}. */
  public static String create() {
    EmbeddedPostgres postgres = server();
    String name = "test" + NUMBER.incrementAndGet();
    run("CREATE DATABASE " + name);
    return "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/" + name;
  }

  public static void drop(String url) {
    run("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
  }

  private static void run(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null && failure == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }
    return server == null ? skip() : server;
  }

  private static EmbeddedPostgres skip() {
    if ("true".equals(System.getenv("FORBID_SKIPPED_TESTS"))) {
      throw new IllegalStateException("PostgreSQL cannot be started", failure);
    }
    return abort("Skipped: PostgreSQL cannot be started here: " + failure);
  }
}
