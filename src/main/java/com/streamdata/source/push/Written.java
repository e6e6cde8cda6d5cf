package com.streamdata.source.push;

import org.jspecify.annotations.Nullable;

/** Values written as text, as in CSV. */
public final class Written {
  static final String LARGE_BESIDE_FRACTIONS =
      "is a whole number beyond 2^53, which a column with fractions cannot hold exactly;"
          + " declare the column as integer";
  static final String FRACTION_BESIDE_LARGE =
      "has a fraction, but the column holds whole numbers beyond 2^53, which would be rounded";
  static final String TOO_LARGE =
      "is too large for a whole number of 64 bits; declare the column as text";
  private static final int LONGEST_NUMBER = 40;

  private Written() {}

  /** Sets a number from its text. */
  static @Nullable String number(Filling filling, int row, String text) {
    if (!isNumber(text)) {
      return "is not a number";
    }
    if (isWhole(text)) {
      try {
        return filling.setWhole(row, Long.parseLong(text));
      } catch (NumberFormatException _) {
        return TOO_LARGE;
      }
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? filling.setFraction(row, value) : "is too large for a number";
  }

  /** Whether this is a number as JSON writes it; {@code 007} is none, but a name made of digits. */
  public static boolean isNumber(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, at);
    if (whole == 0 || whole > 1 && text.charAt(at) == '0' || text.length() > LONGEST_NUMBER) {
      return false;
    }
    at += whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digits(text, at + 1);
      if (fraction == 0) {
        return false;
      }
      at += fraction + 1;
    }
    return at == text.length() || isExponent(text, at);
  }

  private static boolean isExponent(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    boolean signed =
        at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
    int start = at + (signed ? 2 : 1);
    int length = digits(text, start);
    return length > 0 && start + length == text.length();
  }

  /** Whether this is true or false. */
  public static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private static boolean isWhole(String text) {
    return digits(text, text.startsWith("-") ? 1 : 0)
        == text.length() - (text.startsWith("-") ? 1 : 0);
  }

  private static int digits(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end - start;
  }
}
