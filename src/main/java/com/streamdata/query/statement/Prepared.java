package com.streamdata.query.statement;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Dataset;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A statement that may be run.
 *
 * @param tables the rows it reads by what people call them
 */
record Prepared(StatementRun run, Map<String, Dataset> tables) {

  Map<SourceId, Long> versions() {
    return tables.values().stream()
        .collect(Collectors.toUnmodifiableMap(Dataset::id, Dataset::version, (a, _) -> a));
  }

  Instant asOf(Instant now) {
    return tables.values().stream().map(Dataset::changedAt).max(Instant::compareTo).orElse(now);
  }

  /** What people call our tables. */
  Map<String, String> shownNames() {
    return tables.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                table -> Dataset.tableName(table.getValue().id()), Map.Entry::getKey, (a, _) -> a));
  }
}
