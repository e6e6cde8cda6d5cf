package com.streamdata.access;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names of dashboards, folders and public dashboards in scopes and addresses, as in Grafana. */
public final class Uid {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 14;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uid() {}

  /** Whether it has 1 to 40 letters, digits, - and _. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** One that nobody has: 14 small letters and digits, a letter first. */
  public static String random() {
    StringBuilder uid = new StringBuilder(LENGTH);
    uid.append((char) ('a' + RANDOM.nextInt(6)));
    while (uid.length() < LENGTH) {
      uid.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return uid.toString();
  }
}
