package com.streamdata.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
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

  /**
   * Has connections encrypted from now on, with this certificate; null: no longer. Plain ones are
   * taken all the same.
   */
  public static void encryptWith(@Nullable TestCertificate certificate) {
    try {
      if (certificate == null) {
        run("ALTER SYSTEM SET ssl = off");
        reload("SELECT current_setting('ssl') = 'off'");
      } else {
        Path folder = Files.createTempDirectory("streamdata-postgres");
        certificate.writeTo(folder);
        run("ALTER SYSTEM SET ssl_cert_file = '" + folder.resolve("server.pem") + "'");
        run("ALTER SYSTEM SET ssl_key_file = '" + folder.resolve("server.key") + "'");
        run("ALTER SYSTEM SET ssl = on");
        reload(
            "SELECT current_setting('ssl') = 'on' AND current_setting('ssl_cert_file') LIKE '"
                + folder
                + "%'");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it look into its files, and waits until new connections have what is there. */
  private static void reload(String done) {
    run("SELECT pg_reload_conf()");
    Awaitility.await().until(() -> isTrue(done));
  }

  private static boolean isTrue(String sql) throws SQLException {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** Those called reader have to show their password, as everywhere else. */
  private static void wantPasswords() {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW hba_file")) {
      result.next();
      Path rules = Path.of(result.getString(1));
      Files.writeString(
          rules, "host all reader 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    reload("SELECT count(*) > 0 FROM pg_hba_file_rules WHERE auth_method = 'scram-sha-256'");
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
        wantPasswords();
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
