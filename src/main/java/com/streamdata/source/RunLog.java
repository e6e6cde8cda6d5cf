package com.streamdata.source;

import com.streamdata.access.SourceId;
import com.streamdata.db.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what came of runs. */
@Component
final class RunLog {
  private static final int RUNS_KEPT = 100;

  private final Database database;
  private final Outages outages;
  private final JsonMapper json;

  RunLog(Database database, Outages outages, JsonMapper json) {
    this.database = database;
    this.outages = outages;
    this.json = json;
  }

  /** What an older setting left must not be met by a newer one. */
  void add(Source source, Run run, Progress after) {
    SourceId id = source.id();
    RunStore.Row row =
        new RunStore.Row(
            run.started(),
            run.ms(),
            run.rows(),
            run.state().wireName(),
            json.writeValueAsString(run.remarks()),
            after.error());
    database.record(handle -> {
      RunStore store = handle.attach(RunStore.class);
      put(store, handle.attach(SourceStore.class), source, after);
      store.add(id, row);
      store.trim(id, RUNS_KEPT);
      return id;
    });
    outages.ended(id);
  }

  /** How far a source is, without a run. */
  void put(Source source, Progress now) {
    database.record(handle -> {
      put(handle.attach(RunStore.class), handle.attach(SourceStore.class), source, now);
      return source.id();
    });
    outages.ended(source.id());
  }

  private static void put(RunStore runs, SourceStore sources, Source source, Progress after) {
    Optional<Source> now = sources.find(source.id());
    if (now.map(Source::settings).equals(Optional.ofNullable(source.settings()))) {
      runs.put(source.id(), after);
    }
  }

  /** How far a source is. */
  Progress progress(Source source) {
    return database.from(RunStore.class, store -> store.find(source.id())).orElse(Progress.NONE);
  }

  /** A failure as it is stored. */
  String write(RunFailure failure) {
    return json.writeValueAsString(failure);
  }
}
