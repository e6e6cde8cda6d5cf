package com.streamdata.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.SourceId;
import com.streamdata.db.Database;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows which sources fail now. Open pages ask ten times a second, so it is kept in memory. */
@Component
public final class Outages {
  private static final int MOST_CACHED = 10_000;

  private final Database database;
  private final Cache<SourceId, Cached> known =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  private record Cached(long generation, Optional<Outage> outage) {}

  Outages(Database database) {
    this.database = database;
  }

  /** The longest of those of these sources; empty while rows of all can be had. */
  public Optional<Outage> longest(Collection<SourceId> sources) {
    return sources.stream().flatMap(source -> find(source).stream()).reduce(Outage::orOlder);
  }

  private Optional<Outage> find(SourceId source) {
    long generation = database.generation();
    return known
        .asMap()
        .compute(
            source,
            (_, before) ->
                before != null && before.generation() == generation
                    ? before
                    : new Cached(generation, read(source)))
        .outage();
  }

  private Optional<Outage> read(SourceId source) {
    return database
        .from(RunStore.class, store -> store.find(source))
        .filter(progress -> progress.failures() > 0)
        .map(progress -> new Outage(progress.refreshedAt()));
  }

  /** A run has ended, which is no change of the metadata; after it was written down. */
  void ended(SourceId source) {
    known.invalidate(source);
  }
}
