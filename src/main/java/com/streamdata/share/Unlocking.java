package com.streamdata.share;

import com.streamdata.config.ServerKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a visitor's browser keeps once the password was right: an end and a keyed hash over the
 * share, its password's hash and that end. So it opens this share only, and none any more once the
 * password is another.
 */
final class Unlocking {
  static final Duration LASTS = Duration.ofHours(24);
  private static final String PURPOSE = "share-unlocked";

  private final ServerKey serverKey;

  Unlocking(ServerKey serverKey) {
    this.serverKey = serverKey;
  }

  static String cookieName(Share share) {
    return "streamdata_share_" + share.id();
  }

  String cookie(Share share, Instant end) {
    return end.toEpochMilli() + "." + proof(share, end.toEpochMilli());
  }

  /** Until when the cookie opens the share; empty when it does not. */
  Optional<Instant> openUntil(Share share, String cookie, Instant now) {
    int dot = cookie.indexOf('.');
    if (dot < 1 || dot > 15 || !cookie.substring(0, dot).chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    long end = Long.parseLong(cookie.substring(0, dot));
    boolean genuine =
        MessageDigest.isEqual(
            proof(share, end).getBytes(StandardCharsets.US_ASCII),
            cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    return genuine && now.toEpochMilli() < end
        ? Optional.of(Instant.ofEpochMilli(end))
        : Optional.empty();
  }

  private String proof(Share share, long end) {
    return serverKey.hash(PURPOSE, share.id() + "\n" + share.passwordHash() + "\n" + end);
  }
}
