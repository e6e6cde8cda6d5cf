package com.streamdata.query.answer;

import com.streamdata.access.SourceId;
import com.streamdata.query.table.Table;
import java.time.Instant;
import java.util.Map;

/**
 * A table and how old it is. Kept and given to many at once: its parts never change.
 *
 * @param asOf when the rows of its sources last changed
 * @param versions of the rows of each source it was made of: it is the newest while they have these
 */
public record Answer(Table table, Instant asOf, Map<SourceId, Long> versions) {
  public Answer {
    versions = Map.copyOf(versions);
  }
}
