package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Keep;
import com.streamdata.http.CreatedDay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as the API shows it.
 *
 * @param version grows with every change of its rows
 * @param changedAt when its rows last changed; null if they never have
 * @param keep null when everything is kept
 */
public record SourceView(
    SourceId id,
    String name,
    SourceKind kind,
    List<Column> columns,
    long rowCount,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant changedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Keep keep,
    CreatedDay created) {

  static SourceView of(Source source, Dataset dataset) {
    return new SourceView(
        source.id(),
        source.name(),
        source.sourceKind(),
        dataset.columns(),
        dataset.rowCount(),
        dataset.version(),
        dataset.version() == 0 ? null : dataset.changedAt(),
        source.keep().equals(Keep.ALL) ? null : source.keep(),
        CreatedDay.of(source.createdAt()));
  }
}
