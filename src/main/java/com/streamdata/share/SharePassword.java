package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;

/** The password somebody puts on a link; it is never written anywhere but as its hash. */
record SharePassword(String text) {
  static final int LONGEST = 128;

  SharePassword {
    Checks.require(
        !text.isEmpty() && text.length() <= LONGEST,
        "",
        "must have 1 to 128 characters, or be left out");
  }

  @JsonCreator
  static SharePassword of(String text) {
    return new SharePassword(text);
  }

  @Override
  public String toString() {
    return "***";
  }
}
