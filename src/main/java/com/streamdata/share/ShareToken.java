package com.streamdata.share;

import com.streamdata.config.ServerKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link is worth: 128 random bits as 32 hex digits. Tokens that somebody chose may have any
 * form in which Grafana reads a UUID (observed behaviour, 2.2); they are compared as they are
 * written.
 */
record ShareToken(String text) {
  private static final String HEX = "[0-9a-fA-F]";
  private static final String UUID =
      HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}";
  private static final Pattern FORM =
      Pattern.compile(HEX + "{32}|" + UUID + "|(?i:urn:uuid:)" + UUID + "|\\{" + UUID + "}");
  private static final int RANDOM_BYTES = 16;
  private static final String PURPOSE = "share-token";

  static ShareToken random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ShareToken(HexFormat.of().formatHex(bytes));
  }

  /** Empty for what cannot be a token: it is not looked for. */
  static Optional<ShareToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ShareToken(text)) : Optional.empty();
  }

  /** Finds the share without the token standing in the database. */
  String hash(ServerKey key) {
    return key.hash(PURPOSE, text);
  }

  /** The copy that can be shown again to who may share. */
  String seal(ServerKey key) {
    return key.seal(PURPOSE, text);
  }

  static ShareToken open(ServerKey key, String sealed) {
    return new ShareToken(key.open(PURPOSE, sealed));
  }

  @Override
  public String toString() {
    return "***";
  }
}
