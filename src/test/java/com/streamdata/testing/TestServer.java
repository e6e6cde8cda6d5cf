package com.streamdata.testing;

import com.streamdata.StreamData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server on a free port of loopback, with a data folder of its own. */
public final class TestServer implements AutoCloseable {
  /** The first admin's key. */
  public static final String ADMIN_KEY = "sd_00112233445566778899aabbccddeeff00112233";

  public static final String ADMIN_EMAIL = "owner@email.com";
  public static final String ADMIN_PASSWORD = "correct horse battery";

  private final ConfigurableApplicationContext context;
  private final Path dataDir;
  private final FakeClock clock;

  private TestServer(ConfigurableApplicationContext context, Path dataDir, FakeClock clock) {
    this.context = context;
    this.dataDir = dataDir;
    this.clock = clock;
  }

  /** Starts without the demo. */
  public static TestServer start() {
    return start(Map.of());
  }

  /** Starts with more settings, which win over the usual ones of tests. */
  public static TestServer start(Map<String, String> settings) {
    try {
      return startIn(Files.createTempDirectory("streamdata-test"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts in a folder that may hold the data of an earlier start. */
  public static TestServer startIn(Path dataDir, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("STREAMDATA_PORT", "0");
    environment.put("STREAMDATA_ADDRESS", "127.0.0.1");
    environment.put("STREAMDATA_DATA_DIR", dataDir.toString());
    environment.put("STREAMDATA_DEMO", "false");
    environment.put("STREAMDATA_ADMIN_EMAIL", ADMIN_EMAIL);
    environment.put("STREAMDATA_ADMIN_PASSWORD", ADMIN_PASSWORD);
    environment.put("STREAMDATA_API_KEY", ADMIN_KEY);
    environment.putAll(settings);
    FakeClock clock = new FakeClock();
    return new TestServer(StreamData.start(environment, clock), dataDir, clock);
  }

  /** Base address without a slash at the end. */
  public String url() {
    WebServer web = ((WebServerApplicationContext) context).getWebServer();
    int port = Objects.requireNonNull(web).getPort();
    return "http://127.0.0.1:" + port;
  }

  public FakeClock clock() {
    return clock;
  }

  public Path dataDir() {
    return dataDir;
  }

  /** A part of the running server, for what cannot be seen from outside. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Asks with the first admin's key. */
  public TestClient admin() {
    return as(ADMIN_KEY);
  }

  /** Asks with this key. */
  public TestClient as(String key) {
    return new TestClient(url()).with("Authorization", "Bearer " + key);
  }

  public TestClient anonymous() {
    return new TestClient(url());
  }

  /** Stops the server and keeps its folder, for starting in it again. */
  public void stop() {
    context.close();
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(dataDir)) {
      files.sorted(Comparator.reverseOrder()).forEach(TestServer::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
