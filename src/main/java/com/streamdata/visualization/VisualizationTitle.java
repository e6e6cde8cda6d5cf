package com.streamdata.visualization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;

/** What a visualization is called: 1 to 200 characters of any kind but control characters. */
public record VisualizationTitle(@JsonValue String text) {
  private static final int LONGEST = 200;

  public VisualizationTitle {
    Checks.require(
        !text.isBlank()
            && text.length() <= LONGEST
            && text.chars().noneMatch(Character::isISOControl),
        "",
        "must have 1 to 200 characters and no line breaks");
  }

  @JsonCreator
  static VisualizationTitle of(String text) {
    return new VisualizationTitle(text);
  }
}
