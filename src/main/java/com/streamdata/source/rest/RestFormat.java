package com.streamdata.source.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.error.Checks;
import java.util.Locale;
import java.util.Optional;

/** What the API answers with. */
public enum RestFormat {
  JSON,
  XML;

  @JsonCreator
  static RestFormat of(String name) {
    return switch (name) {
      case "json" -> JSON;
      case "xml" -> XML;
      default -> throw Checks.invalid("", "must be json or xml");
    };
  }

  /** The form of an answer of this {@code Content-Type}; empty when that says nothing. */
  static Optional<RestFormat> ofContentType(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/xhtml+xml")) {
      return Optional.empty();
    }
    if (type.endsWith("/json") || type.endsWith("+json") || type.endsWith("ndjson")) {
      return Optional.of(JSON);
    }
    return type.endsWith("/xml") || type.endsWith("+xml") ? Optional.of(XML) : Optional.empty();
  }

  /** The form of an answer that begins like this; empty when it is neither. */
  static Optional<RestFormat> ofText(String start) {
    String text = start.stripLeading();
    if (text.startsWith("{") || text.startsWith("[")) {
      return Optional.of(JSON);
    }
    String head = text.toLowerCase(Locale.ROOT);
    boolean page = head.startsWith("<!doctype html") || head.startsWith("<html");
    return text.startsWith("<") && !page ? Optional.of(XML) : Optional.empty();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
