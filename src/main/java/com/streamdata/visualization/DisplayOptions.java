package com.streamdata.visualization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a page keeps with a visualization to draw it, such as its place: a JSON object of up to 16
 * KiB, given back as it was sent.
 */
public record DisplayOptions(@JsonValue JsonNode json) {
  static final DisplayOptions NONE = new DisplayOptions(JsonNodeFactory.instance.objectNode());

  private static final int MOST_BYTES = 16 * 1024;

  public DisplayOptions {
    Checks.require(json.isObject(), "", "must be an object");
    Checks.require(
        json.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES,
        "",
        "must be at most 16 KiB");
  }

  @JsonCreator
  static DisplayOptions of(JsonNode json) {
    return new DisplayOptions(json);
  }
}
