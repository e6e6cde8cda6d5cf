package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.streamdata.dataset.Keep;
import com.streamdata.error.Checks;
import com.streamdata.http.Change;
import com.streamdata.http.RecordReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be different about a source; what is absent stays.
 *
 * @param keep null inside: everything is kept from now on
 * @param settings members that only its kind has; one that is null goes
 */
record SourceChange(
    @Nullable String name, @Nullable Change<Keep> keep, @JsonIgnore ObjectNode settings) {
  SourceChange {
    Checks.require(name == null || NewSource.isName(name), "name", "must have 1 to 200 characters");
  }

  /** What can be different about every source. */
  private record Usual(@Nullable String name, @Nullable Change<Keep> keep) {}

  @JsonCreator
  static SourceChange of(JsonNode body) {
    Members members = Members.split(body, Usual.class);
    Usual usual = RecordReader.read(members.common(), Usual.class);
    return new SourceChange(usual.name(), usual.keep(), members.others());
  }

  /** These settings with what is to be different about them. */
  ObjectNode over(ObjectNode shown) {
    ObjectNode all = shown.deepCopy();
    settings
        .properties()
        .forEach(member -> {
          if (member.getValue().isNull()) {
            all.remove(member.getKey());
          } else {
            all.set(member.getKey(), member.getValue());
          }
        });
    return all;
  }
}
