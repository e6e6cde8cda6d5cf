package com.streamdata.dashboard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;

/** What a dashboard is called: 1 to 200 characters of any kind but control characters. */
record DashboardName(@JsonValue String text) {
  private static final int LONGEST = 200;

  DashboardName {
    Checks.require(
        !text.isBlank()
            && text.length() <= LONGEST
            && text.chars().noneMatch(Character::isISOControl),
        "",
        "must have 1 to 200 characters and no line breaks");
  }

  @JsonCreator
  static DashboardName of(String text) {
    return new DashboardName(text);
  }
}
