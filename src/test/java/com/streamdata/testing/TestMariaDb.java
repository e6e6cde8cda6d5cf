package com.streamdata.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One MariaDB for all tests of a run, started by the first that needs it and stopped with the JVM.
 * Where it is not installed, tests that need it are skipped, unless {@code FORBID_SKIPPED_TESTS} is
 * {@code true}.
 */
public final class TestMariaDb {
  public static final String USER = "tester";
  public static final String PASSWORD = "s3cret';";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable Integer port;
  private static @Nullable Path certificates;
  private static @Nullable Exception failure;

  private TestMariaDb() {}

  /** Makes an empty database that {@link #USER} may do everything with, and returns its name. */
  public static String create() {
    String name = "test" + NUMBER.incrementAndGet();
    try (Connection connection = root();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
      statement.execute("CREATE USER IF NOT EXISTS tester@'127.0.0.1' IDENTIFIED BY 's3cret\\';'");
      statement.execute("GRANT ALL ON " + name + ".* TO tester@'127.0.0.1'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** For what only an administrator may ask. */
  public static Connection root() throws SQLException {
    return connect("mysql", "root", "");
  }

  public static Connection connect(String database) throws SQLException {
    return connect(database, USER, PASSWORD);
  }

  private static Connection connect(String database, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + port() + "/" + database + "?timezone=UTC", user, password);
  }

  public static synchronized int port() {
    if (port == null && failure == null) {
      try {
        port = start();
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }
    return port == null ? skip() : port;
  }

  /** Shows this certificate from now on where connections are encrypted. */
  public static void encryptWith(TestCertificate certificate) {
    int unused = port();
    certificate.writeTo(Objects.requireNonNull(certificates));
    try (Connection connection = root();
        Statement statement = connection.createStatement()) {
      statement.execute("FLUSH SSL");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int start() throws IOException {
    Path folder = Files.createTempDirectory("streamdata-mariadb");
    TestCertificate.of("ip:127.0.0.1").writeTo(folder);
    certificates = folder;
    String user = "--user=" + System.getProperty("user.name");
    String data = "--datadir=" + folder.resolve("data");
    run(
        folder,
        program("mariadb-install-db"),
        "--no-defaults",
        user,
        data,
        "--skip-test-db",
        "--auth-root-authentication-method=normal");
    int free = freePort();
    Process server =
        process(
            folder,
            program("mariadbd"),
            "--no-defaults",
            user,
            data,
            "--port=" + free,
            "--bind-address=127.0.0.1",
            "--socket=" + folder.resolve("socket"),
            "--pid-file=" + folder.resolve("pid"),
            "--ssl-cert=" + folder.resolve("server.pem"),
            "--ssl-key=" + folder.resolve("server.key"),
            "--innodb-flush-log-at-trx-commit=0");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> answers(free) || !server.isAlive());
    if (!server.isAlive()) {
      throw new IOException(Files.readString(folder.resolve("log")));
    }
    return free;
  }

  private static boolean answers(int port) {
    try (Connection connection =
        DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "")) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  private static void run(Path folder, String... command) throws IOException {
    try {
      if (process(folder, command).waitFor() != 0) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process process(Path folder, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private static void stop(Process server, Path folder) {
    server.destroy();
    try {
      server.waitFor(20, TimeUnit.SECONDS);
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String program(String name) throws IOException {
    return Stream.of(List.of("/usr/bin", "/usr/sbin", "/usr/local/bin"))
        .flatMap(List::stream)
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException(name + " is not installed"))
        .toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int skip() {
    if ("true".equals(System.getenv("FORBID_SKIPPED_TESTS"))) {
      throw new IllegalStateException("MariaDB cannot be started", failure);
    }
    return abort("Skipped: MariaDB cannot be started here: " + failure);
  }
}
