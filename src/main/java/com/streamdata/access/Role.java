package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Locale;

/** What a user may do at most on this server; owners may do everything to what is theirs. */
public enum Role {
  /** Reads every dashboard. */
  VIEWER,
  /** Reads every dashboard and creates their own. */
  EDITOR,
  /** Everything. */
  ADMIN;

  @JsonCreator
  public static Role of(String name) {
    return switch (name) {
      case "viewer" -> VIEWER;
      case "editor" -> EDITOR;
      case "admin" -> ADMIN;
      default -> throw Checks.invalid("", "must be admin, editor or viewer");
    };
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The lesser of both: a key never does more than its user. */
  public Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
