package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.streamdata.error.Checks;
import java.util.Locale;
import java.util.Set;

/** Where the rows of a source come from. On the wire and in the database in lower case. */
public enum SourceKind {
  /** A program sends them. */
  PUSH,
  /** A person uploads a file; each file replaces the one before. */
  FILE;

  private static final Set<String> PLANNED = Set.of("rest", "sql", "kafka");

  @JsonCreator
  public static SourceKind of(String name) {
    for (SourceKind kind : values()) {
      if (kind.wireName().equals(name)) {
        return kind;
      }
    }
    String start = PLANNED.contains(name) ? name + " sources are not available; " : "";
    throw Checks.invalid("", start + "must be one of push, file");
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
