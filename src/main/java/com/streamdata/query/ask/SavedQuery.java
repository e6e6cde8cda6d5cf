package com.streamdata.query.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.access.SourceId;
import com.streamdata.http.RecordReader;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What somebody saved to be asked again and again: by columns, or in SQL. On the wire told apart by
 * the member {@code statements}.
 */
public sealed interface SavedQuery permits Query, SqlQuery {

  /** The sources it names as its own; a statement may read others by their names. */
  List<SourceId> sources();

  @JsonCreator
  static SavedQuery of(JsonNode json) {
    Class<? extends SavedQuery> form = json.has("statements") ? SqlQuery.class : Query.class;
    return RecordReader.read(json, form);
  }
}
