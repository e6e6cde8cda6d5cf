package com.streamdata.identity;

import com.streamdata.error.Checks;

/** What a user's name may be. */
final class UserName {
  private static final int LONGEST = 100;

  private UserName() {}

  static void require(String name) {
    Checks.require(
        !name.isBlank()
            && name.length() <= LONGEST
            && name.chars().noneMatch(Character::isISOControl),
        "name",
        "must have 1 to 100 characters in one line");
  }
}
