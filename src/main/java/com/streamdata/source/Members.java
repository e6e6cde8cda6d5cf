package com.streamdata.source;

import com.streamdata.http.RecordReader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a source on the wire: those that every source has, and the others.
 *
 * @param common what is read as the record; anything that is no object, as it came
 */
record Members(JsonNode common, ObjectNode others) {

  /** Splits by what the record has. */
  static Members split(JsonNode body, Class<? extends Record> type) {
    ObjectNode others = JsonNodeFactory.instance.objectNode();
    if (!(body instanceof ObjectNode object)) {
      return new Members(body, others);
    }
    Set<String> known =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .map(RecordReader::wireName)
            .collect(Collectors.toSet());
    ObjectNode common = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(member ->
            (known.contains(member.getKey()) ? common : others)
                .set(member.getKey(), member.getValue()));
    return new Members(common, others);
  }
}
