package com.streamdata.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names for bytes: the same for the same bytes, on every server and after every start. */
public final class EntityTag {
  private static final int BYTES = 12;
  private static final int SHORT_LETTERS = 8;

  private EntityTag() {}

  /** A strong entity tag with its quotes (RFC 9110, 8.8.3). */
  static String of(byte[] bytes) {
    return '"' + name(bytes) + '"';
  }

  /** The first eight letters of the tag: enough to tell a result from the one before it. */
  public static String shortened(byte[] bytes) {
    return name(bytes).substring(0, SHORT_LETTERS);
  }

  private static String name(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
