package com.streamdata.identity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The form of an API key: {@code sd_} and 160 random bits as 40 hex digits. */
record ApiKeyText(String text) {
  private static final Pattern FORM = Pattern.compile("sd_[0-9a-f]{40}");
  private static final int RANDOM_BYTES = 20;

  static ApiKeyText random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ApiKeyText("sd_" + HexFormat.of().formatHex(bytes));
  }

  /** Anything else is refused without a look at the database. */
  static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "sd_***";
  }
}
