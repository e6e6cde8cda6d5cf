package com.streamdata.share;

import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What the browser of somebody invited keeps once the code was right: who they are, an end, and a
 * keyed hash over both and the share. It opens this share only, and none any more once they are no
 * longer invited.
 */
@Component
final class Guests {
  static final Duration LASTS = Duration.ofDays(30);
  private static final String PURPOSE = "share-guest";
  private static final Pattern COOKIE = Pattern.compile("([a-z0-9]{1,40})\\.(\\d{1,15})\\.(.+)");

  private final Database database;
  private final ServerKey serverKey;
  private final InstantSource clock;

  Guests(Database database, ServerKey serverKey, InstantSource clock) {
    this.database = database;
    this.serverKey = serverKey;
    this.clock = clock;
  }

  static String cookieName(Share share) {
    return "streamdata_guest_" + share.id();
  }

  String cookie(Share share, String recipientUid) {
    long end = clock.instant().plus(LASTS).toEpochMilli();
    return recipientUid + "." + end + "." + proof(share, recipientUid, end);
  }

  /**
   * Until when somebody invited is known.
   *
   * @throws AppException needs-code for everybody else
   */
  Instant knownUntil(Share share, CookieJar cookies) {
    return cookies
        .find(cookieName(share))
        .flatMap(cookie -> knownUntil(share, cookie))
        .orElseThrow(() ->
            new AppException(
                ShareErrors.NEEDS_CODE, "Enter an invited e-mail address to be sent a code."));
  }

  private Optional<Instant> knownUntil(Share share, String cookie) {
    Matcher parts = COOKIE.matcher(cookie);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String uid = parts.group(1);
    long end = Long.parseLong(parts.group(2));
    boolean genuine =
        MessageDigest.isEqual(
            proof(share, uid, end).getBytes(StandardCharsets.US_ASCII),
            parts.group(3).getBytes(StandardCharsets.UTF_8));
    return genuine
            && clock.instant().toEpochMilli() < end
            && database.from(RecipientStore.class, store -> store.exists(share.id(), uid))
        ? Optional.of(Instant.ofEpochMilli(end))
        : Optional.empty();
  }

  private String proof(Share share, String recipientUid, long end) {
    return serverKey.hash(PURPOSE, share.id() + "\n" + recipientUid + "\n" + end);
  }
}
