package com.streamdata.source;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Import;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.http.StoredJson;
import com.streamdata.source.fetch.Fetch;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/** Tries sources out, fetches their rows on demand, and tells of their runs. */
@Service
final class RefreshService {
  private static final int MOST_RUNS = 100;
  private static final int SHOWN_ROWS = 50;
  private static final int TRIALS_AT_ONCE = 8;
  private static final SourceId NOBODY = new SourceId(0);

  private final Access access;
  private final Sources sources;
  private final Connectors connectors;
  private final Refreshes refreshes;
  private final Database database;
  private final Datasets datasets;
  private final Semaphore trials = new Semaphore(TRIALS_AT_ONCE);

  RefreshService(
      Access access,
      Sources sources,
      Connectors connectors,
      Refreshes refreshes,
      Database database,
      Datasets datasets) {
    this.access = access;
    this.sources = sources;
    this.connectors = connectors;
    this.refreshes = refreshes;
    this.database = database;
    this.datasets = datasets;
  }

  /**
   * Fetches the rows again, now, also while the circuit is open.
   *
   * @throws AppException conflict, naming where the rows come from, when they are sent
   */
  Run refresh(Caller caller, SourceId id) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    if (source.settings() == null) {
      String where = source.sourceKind() == SourceKind.PUSH ? "/rows" : "/file";
      throw new AppException(
          SourceErrors.WRONG_KIND,
          "There is nothing to fetch: its rows are sent to POST /sources/" + id + where + ".");
    }
    if (connectors.isListening(source.sourceKind())) {
      throw new AppException(
          SourceErrors.WRONG_KIND, "There is nothing to fetch: its rows come by themselves.");
    }
    return refreshes.now(id).orElseThrow(() -> AccessErrors.notFound("source"));
  }

  /** The newest runs, newest first. */
  record Runs(List<Run> runs) {}

  Runs runs(Caller caller, SourceId id, int limit) {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    Checks.require(limit >= 1 && limit <= MOST_RUNS, "limit", "must be between 1 and " + MOST_RUNS);
    List<Run> runs =
        database.from(RunStore.class, store -> store.list(source.id(), limit)).stream()
            .map(RefreshService::run)
            .toList();
    return new Runs(runs);
  }

  private static Run run(RunStore.Row row) {
    return new Run(
        row.startedAt(),
        row.ms(),
        row.rowCount(),
        Run.State.of(row.state()),
        StoredJson.readList(row.remarks(), String.class),
        row.error() == null ? null : StoredJson.read(row.error(), RunFailure.class));
  }

  /** What a source would bring, without making it. Push and file sources begin without rows. */
  TrialView test(Caller caller, Trial trial) {
    access.requireCreator(caller);
    Optional<SourceSettings> settings = settings(caller, trial);
    if (settings.isEmpty()) {
      return TrialView.of(
          new RowsView(trial.source().declared(), List.of(), 0), List.of(), List.of());
    }
    if (!trials.tryAcquire()) {
      throw AppException.tooMany(
          SourceErrors.TOO_MANY_TRIALS, "Other sources are being tried.", Duration.ofSeconds(5));
    }
    try {
      return fetch(trial.source(), settings.get());
    } finally {
      trials.release();
    }
  }

  private Optional<SourceSettings> settings(Caller caller, Trial trial) {
    NewSource asked = trial.source();
    Optional<SourceSettings> given = connectors.read(asked.kind(), asked.settings());
    if (trial.id() == null || given.isEmpty()) {
      return given;
    }
    Source before = sources.require(caller, Action.SOURCES_WRITE, trial.id());
    Checks.require(
        before.sourceKind() == asked.kind(), "kind", "must be that of the source of this id");
    return given.map(it -> it.keepingSecretsOf(connectors.settings(before).orElseThrow()));
  }

  private TrialView fetch(NewSource asked, SourceSettings settings) {
    Fetch fetch = connectors.fetch(asked.kind(), settings);
    try (Import rows = datasets.replace(NOBODY, asked.declared())) {
      Fetched fetched = fetch.fetch(Map.of(), new First(rows, asked.declared()));
      RowsView shown = RowsView.of(rows.page(SHOWN_ROWS));
      return TrialView.of(shown, fetched.remarks(), fetch.places());
    } catch (FetchFailure e) {
      return TrialView.failed(RunFailure.of(e), fetch.places());
    } catch (AppException e) {
      String message = String.valueOf(e.getMessage());
      return TrialView.failed(new RunFailure(Stage.PARSE, message, null), fetch.places());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return TrialView.failed(new RunFailure(Stage.TIMEOUT, "It was stopped.", null), List.of());
    }
  }

  /** More than is shown is counted where it comes all the same. */
  private record First(Import rows, List<Column> known) implements RowSink {
    @Override
    public long wanted() {
      return Math.max(0, SHOWN_ROWS - rows.rowCount());
    }

    @Override
    public void take(Batch batch) {
      rows.append(batch);
    }
  }
}
