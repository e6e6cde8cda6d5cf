package com.streamdata.share;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names public dashboards and their recipients: up to 40 letters, digits, - and _. */
final class PublicUid {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 14;
  private static final int FIRST_LETTERS = 6;

  private PublicUid() {}

  static boolean isValid(String uid) {
    return FORM.matcher(uid).matches();
  }

  /** As Grafana's are: 14 characters, the first of them a letter from a to f. */
  static String random(SecureRandom random) {
    StringBuilder uid = new StringBuilder(LENGTH);
    uid.append((char) ('a' + random.nextInt(FIRST_LETTERS)));
    while (uid.length() < LENGTH) {
      uid.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return uid.toString();
  }
}
