package com.streamdata.source.push;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which forms rows can be pushed. */
public enum PushFormat {
  /** One array of objects. */
  JSON("application/json"),
  /** One object per line. */
  NDJSON("application/x-ndjson"),
  /** A line of column names, then one line per row (RFC 4180). */
  CSV("text/csv");

  private final String contentType;

  PushFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The form of a body with this {@code Content-Type}; its parameters do not matter. */
  public static Optional<PushFormat> of(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.contentType.equals(type)).findFirst();
  }

  public String contentType() {
    return contentType;
  }
}
