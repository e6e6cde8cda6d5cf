package com.streamdata.source.fetch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where fetching failed. In lower case on the wire. */
public enum Stage {
  /** The host's name has no address. */
  NAME("The name of the host is not known"),
  /** This server may not connect to that address. */
  REFUSED("The address is not allowed"),
  CONNECTION("No connection"),
  TLS("No secure connection"),
  LOGIN("Not signed in"),
  TIMEOUT("It took too long"),
  /** An answer that says no. */
  STATUS("The answer is an error"),
  CONTENT_TYPE("The answer is of another type"),
  SIZE("The answer is too large"),
  PARSE("The answer cannot be read"),
  /** There are no rows where they should be. */
  PATH("No rows there"),
  QUERY("The query failed"),
  /** Our fault. */
  SERVER("Something went wrong on this server");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  @JsonCreator
  public static Stage of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
