package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the rows of a source come from. On the wire and in the database in lower case. */
public enum SourceKind {
  /** A program sends them. */
  PUSH,
  /** A person uploads a file; each file replaces the one before. */
  FILE,
  /** The server asks a REST API. */
  REST,
  /** The server asks another database. */
  SQL,
  /** The server listens to a topic. */
  KAFKA,
  /** The server reads the files that appear in a folder. */
  FOLDER;

  @JsonCreator
  public static SourceKind of(String name) {
    for (SourceKind kind : values()) {
      if (kind.wireName().equals(name)) {
        return kind;
      }
    }
    String known =
        Arrays.stream(values()).map(SourceKind::wireName).collect(Collectors.joining(", "));
    throw Checks.invalid("", "must be one of " + known);
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
