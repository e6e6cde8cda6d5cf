package com.streamdata.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;

/** A password somebody chose; it is never written anywhere but as its hash. */
public record Password(String text) {
  static final String RULE = "must have 8 to 128 characters";
  private static final int SHORTEST = 8;
  static final int LONGEST = 128;

  public Password {
    Checks.require(fits(text), "", RULE);
  }

  @JsonCreator
  public static Password of(String text) {
    return new Password(text);
  }

  static boolean fits(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST;
  }

  @Override
  public String toString() {
    return "***";
  }
}
