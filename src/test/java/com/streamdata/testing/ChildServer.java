package com.streamdata.testing;

import com.streamdata.StreamData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server in a process of its own, for what ends a process. */
public final class ChildServer implements AutoCloseable {
  private static final Pattern APPLICATION =
      Pattern.compile("Application +http://[^:/]+:(\\d+)/.*");

  private final Process process;
  private final String url;

  private ChildServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts in a folder that may hold the data of an earlier start, and waits until it answers. */
  public static ChildServer startIn(Path dataDir) {
    return startIn(dataDir, Map.of());
  }

  /** Starts with more settings. */
  public static ChildServer startIn(Path dataDir, Map<String, String> settings) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("java.class.path"),
                StreamData.class.getName())
            .redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("STREAMDATA_PORT", "0");
    environment.put("STREAMDATA_ADDRESS", "127.0.0.1");
    environment.put("STREAMDATA_DATA_DIR", dataDir.toString());
    environment.put("STREAMDATA_DEMO", "false");
    environment.put("STREAMDATA_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD);
    environment.put("STREAMDATA_API_KEY", TestServer.ADMIN_KEY);
    environment.putAll(settings);
    try {
      Process process = builder.start();
      return new ChildServer(process, "http://127.0.0.1:" + port(process.inputReader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on afterwards, so that the server never waits for its console. */
  private static String port(BufferedReader console) {
    StringBuilder printed = new StringBuilder();
    Optional<Matcher> found =
        console
            .lines()
            .peek(line -> printed.append(line).append('\n'))
            .map(line -> APPLICATION.matcher(line.strip()))
            .filter(Matcher::matches)
            .findFirst();
    Matcher address = found.orElseThrow(() -> new AssertionError("No start:\n" + printed));
    Thread.ofVirtual().start(() -> console.lines().forEach(_ -> {}));
    return address.group(1);
  }

  /** Asks with the first admin's key. */
  public TestClient admin() {
    return new TestClient(url).with("Authorization", "Bearer " + TestServer.ADMIN_KEY);
  }

  public TestClient anonymous() {
    return new TestClient(url);
  }

  public int port() {
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
  }

  /** SIGTERM; returns at once. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** SIGKILL, and waits for the end. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** The code it exits with, within this time. */
  public int exitCode(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("Still running after " + seconds + " seconds");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
