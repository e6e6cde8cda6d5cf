package com.streamdata.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds sources and keeps the two files in step: the metadata says which sources there are, the
 * store of rows follows.
 */
@Component
final class Sources {
  private static final int MOST_CACHED = 10_000;

  private final Access access;
  private final Database database;
  private final Datasets datasets;
  private final Cache<SourceId, Cached> cache =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  private record Cached(long generation, Optional<Source> source) {}

  Sources(Access access, Database database, Datasets datasets) {
    this.access = access;
    this.database = database;
    this.datasets = datasets;
  }

  /** From memory as long as no metadata was written: every push asks. */
  Optional<Source> find(SourceId id) {
    long generation = database.generation();
    Cached cached = cache.getIfPresent(id);
    if (cached == null || cached.generation() != generation) {
      cached = new Cached(generation, database.from(SourceStore.class, store -> store.find(id)));
      cache.put(id, cached);
    }
    return cached.source();
  }

  /**
   * The source, if the caller may do this to it.
   *
   * @throws AppException in the same words when there is none and when the caller may not know it
   */
  Source require(Caller caller, Action action, SourceId id) {
    access.requireAccount(caller);
    Source source = find(id).orElseThrow(() -> AccessErrors.notFound("source"));
    access.require(caller, action, source.target());
    return source;
  }

  /** Its rows. Made now if the server stopped between making the source and making them. */
  Dataset dataset(Source source) {
    Optional<Dataset> dataset = datasets.find(source.id());
    if (dataset.isEmpty()) {
      datasets.create(source.id(), source.declared(), source.keep());
      dataset = datasets.find(source.id());
    }
    return dataset.orElseThrow(() -> AccessErrors.notFound("source"));
  }

  /** Does to the rows what was left undone when the server stopped in between. */
  @EventListener(ApplicationReadyEvent.class)
  void catchUp() {
    dropDeleted();
    database.from(SourceStore.class, SourceStore::list).forEach(this::follow);
  }

  /** Keeps as many rows as the source says. */
  void follow(Source source) {
    if (!datasets.keepOf(dataset(source).id()).equals(source.keep())) {
      datasets.keep(source.id(), source.keep());
    }
  }

  /** Drops the rows of every source that was deleted. */
  void dropDeleted() {
    for (SourceId id : database.from(SourceStore.class, SourceStore::listDropped)) {
      datasets.drop(id);
      database.with(SourceStore.class, store -> store.deleteDropped(id));
    }
  }
}
