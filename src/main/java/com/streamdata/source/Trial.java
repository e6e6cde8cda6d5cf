package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.streamdata.access.SourceId;
import com.streamdata.http.RecordReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A source to be tried out.
 *
 * @param id the source of which secrets that are hidden are taken; null for a new one
 */
record Trial(@Nullable SourceId id, @JsonUnwrapped NewSource source) {

  private record Known(@Nullable SourceId id) {}

  @JsonCreator
  static Trial of(JsonNode body) {
    Members members = Members.split(body, Known.class);
    if (!body.isObject()) {
      return new Trial(null, NewSource.of(body));
    }
    SourceId id = RecordReader.read(members.common(), Known.class).id();
    return new Trial(id, NewSource.of(members.others()));
  }
}
