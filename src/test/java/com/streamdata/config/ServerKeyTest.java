package com.streamdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTest {
  private static final SecretsConfig GENERATED = new SecretsConfig(null);

  @TempDir Path dataDir;

  @Test
  void firstStartGeneratesAKeyForItsOwnerOnly() throws IOException {
    ServerKey.load(GENERATED, dataDir);

    Path file = dataDir.resolve(ServerKey.FILE_NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    assertThat(dataDir.toFile().list()).containsExactly(ServerKey.FILE_NAME);
  }

  @Test
  void laterStartsUseTheSameKey() throws IOException {
    String sealed = ServerKey.load(GENERATED, dataDir).seal("test", "text");

    assertThat(ServerKey.load(GENERATED, dataDir).open("test", sealed)).isEqualTo("text");
  }

  @Test
  void everyServerHasAnotherKey(@TempDir Path other) throws IOException {
    String hash = ServerKey.load(GENERATED, dataDir).hash("test", "text");

    assertThat(ServerKey.load(GENERATED, other).hash("test", "text")).isNotEqualTo(hash);
  }

  @Test
  void keyOfTheSettingsGoesFirst() throws IOException {
    byte[] key = new byte[32];
    key[0] = 1;
    SecretsConfig config = new SecretsConfig(new Secret(Base64.getEncoder().encodeToString(key)));

    String sealed = ServerKey.load(config, dataDir).seal("test", "text");

    assertThat(new ServerKey(key).open("test", sealed)).isEqualTo("text");
    assertThat(dataDir).isEmptyDirectory();
  }

  @Test
  void keyOfAnotherLengthIsRefused() {
    for (String wrong : new String[] {"", "AAAA", "not base64!", "A".repeat(88)}) {
      assertThatThrownBy(() -> new SecretsConfig(new Secret(wrong)))
          .hasMessageStartingWith("STREAMDATA_SECRET_KEY must be 32 random bytes");
    }
  }

  @Test
  void onlyTheSameKeyForTheSamePurposeOpensWhatIsWhole() {
    ServerKey key = new ServerKey(new byte[32]);
    byte[] otherKey = new byte[32];
    otherKey[31] = 1;
    String sealed = key.seal("token", "text");
    byte[] changed = Base64.getDecoder().decode(sealed);
    changed[changed.length - 1] ^= 1;

    assertThat(key.open("token", sealed)).isEqualTo("text");
    assertThatThrownBy(() -> new ServerKey(otherKey).open("token", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.open("mail", sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.open("token", Base64.getEncoder().encodeToString(changed)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sealingTwiceGivesNothingAway() {
    ServerKey key = new ServerKey(new byte[32]);

    assertThat(key.seal("token", "text")).isNotEqualTo(key.seal("token", "text"));
    assertThat(key.hash("token", "text"))
        .matches("[0-9a-f]{64}")
        .isEqualTo(key.hash("token", "text"))
        .isNotEqualTo(key.hash("mail", "text"));
  }
}
