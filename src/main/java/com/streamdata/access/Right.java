package com.streamdata.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Locale;

/** What a link lets its holder do. */
public enum Right {
  VIEW,
  /** Also change the title, tiles, visualizations and filters of the dashboard. */
  EDIT;

  @JsonCreator
  public static Right of(String name) {
    return switch (name) {
      case "view" -> VIEW;
      case "edit" -> EDIT;
      default -> throw Checks.invalid("", "must be view or edit");
    };
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
