package com.streamdata.share;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a public dashboard lets in. On the wire and in the database in lower case. */
public enum Audience {
  /** Whoever has the link. */
  PUBLIC,
  /** Only invited addresses, by a code sent to them. */
  EMAIL;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Audience> find(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
  }
}
