package com.streamdata.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The databases that can be sources. On the wire in lower case. */
public enum SqlEngine {
  POSTGRESQL,
  MYSQL,
  MARIADB,
  SQLITE,
  TRINO;

  @JsonCreator
  public static SqlEngine of(String name) {
    return Arrays.stream(values())
        .filter(engine -> engine.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Checks.invalid("", "must be one of " + names()));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(SqlEngine::wireName).collect(Collectors.joining(", "));
  }
}
