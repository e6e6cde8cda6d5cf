package com.streamdata.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * A Trino with tables in memory, from {@code io.trino:trino-server:476:tar.gz} in the local Maven
 * repository: 821 MB that only tests with the tag {@code trino} need. See CONTRIBUTING.
 */
public final class TestTrino implements AutoCloseable {
  private static final String VERSION = "476";
  private static final Path ARTIFACT =
      Path.of(
          System.getProperty("user.home"),
          ".m2/repository/io/trino/trino-server",
          VERSION,
          "trino-server-" + VERSION + ".tar.gz");

  private final Path folder;
  private final Process process;
  private final int port;

  private TestTrino(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** Starts one, which takes about 20 seconds. */
  public static TestTrino start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("streamdata-trino");
    Path server = folder.resolve("trino-server-" + VERSION);
    unpack(folder);
    int port = freePort();
    Path catalogs = Files.createDirectories(folder.resolve("etc/catalog"));
    Files.writeString(catalogs.resolve("memory.properties"), "connector.name=memory\n");
    Path config = folder.resolve("etc/config.properties");
    Files.writeString(
        config,
        """
        coordinator=true
        node-scheduler.include-coordinator=true
        http-server.http.port=%d
        discovery.uri=http://127.0.0.1:%d
        query.max-length=20000000
        query.max-memory=1GB
        query.max-memory-per-node=1GB
        memory.heap-headroom-per-node=512MB
        plugin.dir=%s
        """
            .formatted(port, port, server.resolve("plugin")));
    Process process = run(folder, server, config, catalogs);
    Path log = folder.resolve("log");
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> !process.isAlive() || Files.readString(log).contains("SERVER STARTED"));
    if (!process.isAlive()) {
      throw new IOException(Files.readString(log));
    }
    return new TestTrino(folder, process, port);
  }

  /** The geospatial plugin holds types that the server does not start without. */
  private static void unpack(Path folder) throws IOException, InterruptedException {
    String top = "trino-server-" + VERSION;
    int status =
        new ProcessBuilder(
                "tar",
                "xzf",
                ARTIFACT.toString(),
                "-C",
                folder.toString(),
                "--wildcards",
                top + "/lib/*",
                top + "/plugin/memory/*",
                top + "/plugin/geospatial/*")
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException(ARTIFACT + " cannot be unpacked");
    }
  }

  private static Process run(Path folder, Path server, Path config, Path catalogs)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx3G",
            "-XX:ReservedCodeCacheSize=256M",
            "-Djdk.attach.allowAttachSelf=true",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dnode.environment=test",
            "-Dnode.id=one",
            "-Dnode.data-dir=" + folder.resolve("data"),
            "-Dconfig=" + config,
            "-Dcatalog.config-dir=" + catalogs,
            "-cp",
            server.resolve("lib") + "/*",
            "io.trino.server.TrinoServer")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
