package com.streamdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.StreamData;
import com.streamdata.db.DatabaseConfig;
import com.streamdata.identity.IdentityConfig;
import com.streamdata.mail.MailConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings as an operator gives them. */
class SettingsTest {
  private static final String KEY = "sd_00112233445566778899aabbccddeeff00112233";

  @TempDir Path dataDir;

  @Test
  void withoutAnySettingTheDefaultsHold() {
    ServerConfig server = read(Map.of()).get(ServerConfig.class);

    assertThat(server.port()).isEqualTo(8080);
    assertThat(server.address()).isNull();
    assertThat(server.publicUrl()).isNull();
    assertThat(server.demo()).isTrue();
    assertThat(new Settings(Map.of(), StreamData.CONFIGS).get(ServerConfig.class).dataDir())
        .isEqualTo(Path.of("data"));
  }

  @Test
  void misspeltNameStopsWithTheNearestRightOne() {
    assertThatThrownBy(() -> read(Map.of("STREAMDATA_PROT", "80", "STREAMDATA_SMTP_URI", "x")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("STREAMDATA_PROT is not a setting; the nearest is STREAMDATA_PORT")
        .hasMessageContaining(
            "STREAMDATA_SMTP_URI is not a setting; the nearest is STREAMDATA_SMTP_URL");
  }

  @Test
  void namesOfOthersAreNoBusinessOfOurs() {
    assertThat(read(Map.of("PATH", "/bin", "STREAM", "x")).get(ServerConfig.class).port())
        .isEqualTo(8080);
  }

  @Test
  void everyWrongSettingIsNamedAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "STREAMDATA_PORT", "many",
            "STREAMDATA_API_KEY", "sd_short",
            "STREAMDATA_ADMIN_EMAIL", "nobody",
            "STREAMDATA_SMTP_URL", "mail.example.com",
            "STREAMDATA_DATABASE_URL", "mysql://db");

    assertThatThrownBy(() -> read(wrong))
        .isInstanceOf(SettingsException.class)
        .message()
        .contains(wrong.keySet())
        .doesNotContain("sd_short", "mysql");
  }

  @Test
  void malformedApiKeyRefusesTheStart() {
    Map<String, String> environment =
        Map.of(
            "STREAMDATA_DATA_DIR",
            dataDir.toString(),
            "STREAMDATA_API_KEY",
            "sd_" + "G".repeat(40));

    assertThatThrownBy(() -> StreamData.start(environment, InstantSource.system()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("STREAMDATA_API_KEY must be sd_ and 40 hex digits");
    assertThat(dataDir).isEmptyDirectory();
  }

  @Test
  void secretMayStandInAFile() throws IOException {
    Path file = Files.writeString(dataDir.resolve("key"), KEY + "\n");

    IdentityConfig identity =
        read(Map.of("STREAMDATA_API_KEY_FILE", file.toString())).get(IdentityConfig.class);

    assertThat(Objects.requireNonNull(identity.apiKey()).reveal()).isEqualTo(KEY);
  }

  @Test
  void secretInTwoPlacesIsRefused() throws IOException {
    Path file = Files.writeString(dataDir.resolve("key"), KEY);

    assertThatThrownBy(() ->
            read(Map.of("STREAMDATA_API_KEY", KEY, "STREAMDATA_API_KEY_FILE", file.toString())))
        .hasMessage(
            "STREAMDATA_API_KEY and STREAMDATA_API_KEY_FILE are both set; keep one of them");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> read(Map.of("STREAMDATA_API_KEY_FILE", "/nowhere/key")))
        .hasMessage("STREAMDATA_API_KEY_FILE names a file that cannot be read: /nowhere/key");
  }

  @Test
  void onlySecretsMayStandInFiles() {
    assertThatThrownBy(() -> read(Map.of("STREAMDATA_PORT_FILE", "/tmp/port")))
        .hasMessageContaining("STREAMDATA_PORT_FILE is not a setting");
  }

  @Test
  void environmentWinsOverTheFileInTheDataFolder() throws IOException {
    Files.writeString(
        dataDir.resolve("streamdata.properties"),
        "STREAMDATA_PORT=81\nSTREAMDATA_MAIL_FROM = stats@example.com \n");

    Settings settings = read(Map.of("STREAMDATA_PORT", "82"));

    assertThat(settings.get(ServerConfig.class).port()).isEqualTo(82);
    assertThat(settings.get(MailConfig.class).mailFrom()).isEqualTo("stats@example.com");
  }

  @Test
  void secretFileInTheEnvironmentWinsOverTheSecretInTheFile() throws IOException {
    Files.writeString(
        dataDir.resolve("streamdata.properties"), "STREAMDATA_ADMIN_PASSWORD=from the file\n");
    Path file = Files.writeString(dataDir.resolve("password"), "from its own file");

    IdentityConfig identity =
        read(Map.of("STREAMDATA_ADMIN_PASSWORD_FILE", file.toString())).get(IdentityConfig.class);

    assertThat(Objects.requireNonNull(identity.adminPassword()).reveal())
        .isEqualTo("from its own file");
  }

  @Test
  void unknownNameInTheFileStopsToo() throws IOException {
    Files.writeString(
        dataDir.resolve("streamdata.properties"), "STREAMDATA_PUBLIC_URI=x\nPORT=1\n");

    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageContaining("the nearest is STREAMDATA_PUBLIC_URL")
        .hasMessageContaining("PORT is not a setting; the nearest is STREAMDATA_PORT");
  }

  @Test
  void dataFolderCannotStandInAFileThatLiesInIt() throws IOException {
    Files.writeString(dataDir.resolve("streamdata.properties"), "STREAMDATA_DATA_DIR=elsewhere\n");

    assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("cannot stand in");
  }

  @Test
  void emptySettingIsNone() {
    assertThat(read(Map.of("STREAMDATA_PUBLIC_URL", "")).get(ServerConfig.class).publicUrl())
        .isNull();
  }

  @Test
  void publicAddressIsABase() {
    for (String wrong :
        new String[] {"stats.example.com", "ftp://a", "https://a?b=c", "https://u@a"}) {
      assertThatThrownBy(() -> read(Map.of("STREAMDATA_PUBLIC_URL", wrong)))
          .hasMessageContaining("STREAMDATA_PUBLIC_URL must");
    }
    assertThat(read(Map.of("STREAMDATA_PUBLIC_URL", "https://a.example/stats"))).isNotNull();
  }

  @Test
  void secretsAreNeverPrinted() {
    Settings settings =
        read(
            Map.of(
                "STREAMDATA_API_KEY", KEY,
                "STREAMDATA_ADMIN_PASSWORD", "hush hush",
                "STREAMDATA_SMTP_URL", "smtp://me:hush@host",
                "STREAMDATA_DATABASE_URL", "postgresql://me:hush@host/db"));

    assertThat(settings.all().toString()).contains("***").doesNotContain("hush", KEY);
    assertThat(settings.get(DatabaseConfig.class).toString())
        .isEqualTo("DatabaseConfig[databaseUrl=***]");
  }

  private Settings read(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("STREAMDATA_DATA_DIR", dataDir.toString());
    return new Settings(all, StreamData.CONFIGS);
  }
}
