package com.streamdata.config;

import com.streamdata.error.Checks;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The server key.
 *
 * @param secretKey 32 bytes in base64; null: generated into the data folder on the first start
 */
public record SecretsConfig(@Nullable Secret secretKey) {
  private static final int BYTES = 32;

  public SecretsConfig {
    Checks.require(
        secretKey == null || decode(secretKey).length == BYTES,
        "STREAMDATA_SECRET_KEY",
        "must be 32 random bytes in base64 (openssl rand -base64 32)");
  }

  /** Empty when it is not base64. */
  static byte[] decode(Secret secret) {
    try {
      return Base64.getDecoder().decode(secret.reveal());
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
