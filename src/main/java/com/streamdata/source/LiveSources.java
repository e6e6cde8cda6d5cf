package com.streamdata.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.SourceId;
import com.streamdata.source.sql.SqlSettings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sources whose rows are asked for where they are, instead of being kept here. */
@Component
public final class LiveSources {
  private static final int MOST_CACHED = 1_000;

  private final Sources sources;
  private final Connectors connectors;
  private final Cache<Source, SqlSettings> known =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  LiveSources(Sources sources, Connectors connectors) {
    this.sources = sources;
    this.connectors = connectors;
  }

  /** Where its rows are; empty for one whose rows are kept here, and if there is none. */
  public Optional<SqlSettings> find(SourceId id) {
    return sources
        .find(id)
        .filter(source -> source.sourceKind() == SourceKind.SQL)
        .map(source -> known.get(source, this::settings))
        .filter(SqlSettings::isLive);
  }

  private SqlSettings settings(Source source) {
    return (SqlSettings) connectors.settings(source).orElseThrow();
  }
}
