package com.streamdata;

import com.streamdata.config.SecretsConfig;
import com.streamdata.config.ServerConfig;
import com.streamdata.config.ServerKey;
import com.streamdata.config.Settings;
import com.streamdata.config.SettingsException;
import com.streamdata.config.TemporaryFolder;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.db.DatabaseConfig;
import com.streamdata.db.DatabaseFactory;
import com.streamdata.identity.IdentityConfig;
import com.streamdata.live.LiveConfig;
import com.streamdata.mail.MailConfig;
import com.streamdata.outbound.OutboundConfig;
import com.streamdata.source.folder.FolderConfig;
import com.streamdata.source.sql.SqlConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the server. */
@SpringBootApplication(proxyBeanMethods = false)
public class StreamData {
  /** Every feature's settings; a name in none of them stops the start. */
  public static final List<Class<? extends Record>> CONFIGS =
      List.of(
          ServerConfig.class,
          SecretsConfig.class,
          DatabaseConfig.class,
          IdentityConfig.class,
          MailConfig.class,
          LiveConfig.class,
          OutboundConfig.class,
          SqlConfig.class,
          FolderConfig.class);

  private static final int WRONG_SETTINGS = 2;

  public static void main(String[] arguments) {
    try {
      start(System.getenv(), InstantSource.system());
      // Runs after everything is closed; the JVM itself would answer SIGTERM with 143.
      SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
      // A start leaves more garbage than the hours after it; its memory goes back to the machine.
      System.gc();
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_SETTINGS);
    }
  }

  /**
   * Starts a server in this process; closing the context stops it.
   *
   * @param environment the settings, see docs/configuration.md; other names are ignored
   * @throws SettingsException before anything has been touched, if a setting is wrong or unknown
   */
  public static ConfigurableApplicationContext start(
      Map<String, String> environment, InstantSource clock) {
    Settings settings = new Settings(environment, CONFIGS);
    ServerConfig server = settings.get(ServerConfig.class);
    TemporaryFolder temporary = temporary(server.dataDir().toAbsolutePath());
    SpringApplication application = new SpringApplication(StreamData.class);
    application.setMainApplicationClass(StreamData.class);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(springProperties(server));
    application.addInitializers(context -> {
      registerBeans((GenericApplicationContext) context, settings, clock);
      ((GenericApplicationContext) context)
          .registerBean(
              TemporaryFolder.class,
              () -> temporary,
              definition -> definition.setDestroyMethodName("close"));
    });
    return application.run();
  }

  private static TemporaryFolder temporary(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
      TemporaryFolder temporary = TemporaryFolder.open(dataDir);
      unpackLibrariesInto(temporary.folder("libraries").toString());
      return temporary;
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be used", e);
    }
  }

  private static Map<String, Object> springProperties(ServerConfig server) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", server.port());
    Path temporary = server.dataDir().toAbsolutePath().resolve(TemporaryFolder.NAME);
    properties.put("server.tomcat.basedir", temporary.resolve("tomcat").toString());
    if (server.address() != null) {
      properties.put("server.address", server.address());
    }
    return properties;
  }

  /** Drivers bring libraries that they unpack, and leave where they are when they are killed. */
  private static void unpackLibrariesInto(String folder) {
    System.setProperty("org.sqlite.tmpdir", folder);
    System.setProperty("org.xerial.snappy.tempdir", folder);
    System.setProperty("ZstdTempFolder", folder);
  }

  @SuppressWarnings("unchecked")
  private static void registerBeans(
      GenericApplicationContext context, Settings settings, InstantSource clock) {
    settings
        .all()
        .forEach((type, config) -> context.registerBean((Class<Record>) type, () -> config));
    context.registerBean(InstantSource.class, () -> clock);
    Path dataDir = settings.get(ServerConfig.class).dataDir().toAbsolutePath();
    try {
      ServerKey key = ServerKey.load(settings.get(SecretsConfig.class), dataDir);
      context.registerBean(ServerKey.class, () -> key);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be used", e);
    }
    // Already now: loading the engine takes a second beside the rest of the start.
    Datasets datasets = Datasets.open(dataDir.resolve("rows"), clock);
    context.registerBean(
        Datasets.class, () -> datasets, definition -> definition.setDestroyMethodName("close"));
    context.registerBean(
        Database.class,
        () -> DatabaseFactory.open(settings.get(DatabaseConfig.class), dataDir),
        definition -> definition.setDestroyMethodName("close"));
  }
}
