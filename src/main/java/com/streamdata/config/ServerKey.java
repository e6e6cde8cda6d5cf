package com.streamdata.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's own secret: 32 bytes that hash and seal whatever must not stand readable in the
 * database.
 *
 * <p>Each purpose has a key of its own, derived by HMAC-SHA-256, so that what was made for one is
 * worth nothing for another.
 */
public final class ServerKey {
  static final String FILE_NAME = "secret.key";
  private static final int BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

  public ServerKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("A server key has 32 bytes");
    }
    this.key = key.clone();
  }

  /**
   * The key of the settings, else the one in the data folder, which the first start generates
   * there, readable by the owner only.
   */
  public static ServerKey load(SecretsConfig config, Path dataDir) throws IOException {
    Secret set = config.secretKey();
    if (set != null) {
      return new ServerKey(SecretsConfig.decode(set));
    }
    Path file = dataDir.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      generate(file);
    }
    return new ServerKey(SecretsConfig.decode(new Secret(Files.readString(file).strip())));
  }

  private static void generate(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path draft = file.resolveSibling(FILE_NAME + ".new");
    Files.deleteIfExists(draft);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        draft,
        Base64.getEncoder().encodeToString(fresh) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.SYNC);
    Files.move(draft, file);
  }

  /** A keyed hash as 64 hex digits: finds a row by its secret without the secret standing in it. */
  public String hash(String purpose, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(derive(purpose));
      return java.util.HexFormat.of()
          .formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** AES-256-GCM with a fresh nonce, as base64. */
  public String seal(String purpose, String text) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, iv, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array());
  }

  /**
   * What was sealed for this purpose.
   *
   * @throws IllegalStateException if it was sealed under another key, or changed since
   */
  public String open(String purpose, String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    byte[] iv = java.util.Arrays.copyOf(bytes, IV_BYTES);
    byte[] text = java.util.Arrays.copyOfRange(bytes, IV_BYTES, bytes.length);
    return new String(cipher(Cipher.DECRYPT_MODE, purpose, iv, text), StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, String purpose, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec aes = new SecretKeySpec(derive("seal:" + purpose).getEncoded(), "AES");
      cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Not sealed by this server's key", e);
    }
  }

  private SecretKeySpec derive(String purpose) {
    return derived.computeIfAbsent(
        purpose,
        _ -> {
          try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new SecretKeySpec(
                mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
