package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Keep;
import com.streamdata.http.CreatedDay;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A source as the API shows it.
 *
 * @param version grows with every change of its rows
 * @param changedAt when its rows last changed; null if they never have
 * @param keep null when everything is kept
 * @param refresh how far its refreshing is; null for a source that is sent its rows
 * @param settings what only its kind has, secrets hidden; empty for who may not change it
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
    CreatedDay created,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RefreshView refresh,
    @JsonIgnore ObjectNode settings) {

  @JsonAnyGetter
  Map<String, JsonNode> members() {
    return settings.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
  }

  static SourceView of(
      Source source, Dataset dataset, @Nullable RefreshView refresh, ObjectNode settings) {
    return new SourceView(
        source.id(),
        source.name(),
        source.sourceKind(),
        dataset.columns(),
        dataset.rowCount(),
        dataset.version(),
        dataset.version() == 0 ? null : dataset.changedAt(),
        source.keep().equals(Keep.ALL) ? null : source.keep(),
        CreatedDay.of(source.createdAt()),
        refresh,
        settings);
  }
}
