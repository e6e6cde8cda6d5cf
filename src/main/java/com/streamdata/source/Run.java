package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One try to fetch the rows of a source.
 *
 * @param rows how many were taken
 * @param remarks what was left out, in words
 * @param error null unless it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Run(
    Instant started,
    long ms,
    long rows,
    State state,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> remarks,
    @Nullable RunFailure error) {

  /** What came of it. In lower case on the wire and in the database. */
  enum State {
    DONE,
    /** Nothing was different from before. */
    UNCHANGED,
    FAILED;

    static State of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
