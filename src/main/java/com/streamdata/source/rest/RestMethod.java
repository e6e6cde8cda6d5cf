package com.streamdata.source.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Arrays;

/** How the API is asked. */
public enum RestMethod {
  GET,
  POST;

  @JsonCreator
  static RestMethod of(String name) {
    return Arrays.stream(values())
        .filter(method -> method.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> Checks.invalid("", "must be GET or POST"));
  }
}
