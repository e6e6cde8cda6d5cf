package com.streamdata.access;

/** The form of ids on the wire. */
final class Digits {
  private static final int MOST = 18;

  private Digits() {}

  /** What is not an id of ours names nothing: that is a not-found, in the words of any other. */
  static long parse(String digits, String noun) {
    if (digits.isEmpty()
        || digits.length() > MOST
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw AccessErrors.notFound(noun);
    }
    return Long.parseLong(digits);
  }
}
