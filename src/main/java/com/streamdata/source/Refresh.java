package com.streamdata.source;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.SourceSettings;
import com.streamdata.source.fetch.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the rows of one source once, and writes down what came of it. */
@Component
final class Refresh {
  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

  private final Sources sources;
  private final Connectors connectors;
  private final Datasets datasets;
  private final Database database;
  private final RunLog runs;
  private final InstantSource clock;
  private final JsonMapper json;
  private volatile boolean stopping;

  Refresh(
      Sources sources,
      Connectors connectors,
      Datasets datasets,
      Database database,
      RunLog runs,
      InstantSource clock,
      JsonMapper json) {
    this.sources = sources;
    this.connectors = connectors;
    this.datasets = datasets;
    this.database = database;
    this.runs = runs;
    this.clock = clock;
    this.json = json;
  }

  /**
   * What came of a run.
   *
   * @param nextAt when the next one is due; empty when it is on demand only
   */
  record Ended(Run run, Optional<Instant> nextAt) {}

  /** Fetches now; empty if there is no such source, or its rows come without being fetched. */
  Optional<Ended> run(SourceId id) {
    return sources
        .find(id)
        .filter(source -> source.settings() != null)
        .filter(source -> !connectors.isListening(source.sourceKind()))
        .map(source -> {
          Progress before =
              database.from(RunStore.class, store -> store.find(id)).orElse(Progress.NONE);
          return run(source, before);
        });
  }

  private Ended run(Source source, Progress before) {
    Instant started = clock.instant();
    long began = System.nanoTime();
    Attempt attempt = attempt(source, before);
    long ms = Duration.ofNanos(System.nanoTime() - began).toMillis();
    Run run =
        new Run(started, ms, attempt.rows(), attempt.state(), attempt.remarks(), attempt.failure());
    Progress after = after(before, run, attempt);
    if (!stopping) {
      runs.add(source, run, after);
    }
    return new Ended(run, Optional.ofNullable(after.nextAt()));
  }

  private record Attempt(
      Run.State state,
      long rows,
      List<String> remarks,
      Map<String, String> next,
      @Nullable RunFailure failure,
      Optional<Duration> every) {

    static Attempt failed(RunFailure failure, Optional<Duration> every) {
      return new Attempt(Run.State.FAILED, 0, List.of(), Map.of(), failure, every);
    }
  }

  private Attempt attempt(Source source, Progress before) {
    Optional<Duration> every = Optional.of(Duration.ofMinutes(1));
    try {
      SourceSettings settings = connectors.settings(source).orElseThrow();
      every = settings.every();
      return fetch(source, settings, before);
    } catch (FetchFailure e) {
      return Attempt.failed(RunFailure.of(e), every);
    } catch (AppException e) {
      String message = String.valueOf(e.getMessage());
      return Attempt.failed(new RunFailure(Stage.PARSE, message, null), every);
    } catch (InterruptedException _) {
      return Attempt.failed(
          new RunFailure(Stage.TIMEOUT, "It was stopped, for it took too long.", null), every);
    } catch (RuntimeException e) {
      LOG.error("Source {} could not be refreshed", source.id(), e);
      return Attempt.failed(
          new RunFailure(Stage.SERVER, "The server's log says more.", null), every);
    }
  }

  private Attempt fetch(Source source, SourceSettings settings, Progress before)
      throws FetchFailure, InterruptedException {
    Dataset dataset = sources.dataset(source);
    Map<String, String> state = dataset.version() == 0 ? Map.of() : state(before);
    try (Landing rows = new Landing(datasets, source, dataset, settings.taking())) {
      Fetched fetched = connectors.fetch(source.sourceKind(), settings).fetch(state, rows);
      long count = fetched.unchanged() ? 0 : rows.finish();
      return new Attempt(
          fetched.unchanged() ? Run.State.UNCHANGED : Run.State.DONE,
          count,
          fetched.remarks(),
          fetched.state(),
          null,
          settings.every());
    }
  }

  private Map<String, String> state(Progress before) {
    Map<String, String> state = new HashMap<>();
    json.readTree(before.state())
        .properties()
        .forEach(entry -> state.put(entry.getKey(), entry.getValue().asString()));
    return state;
  }

  private Progress after(Progress before, Run run, Attempt attempt) {
    if (run.error() == null) {
      return new Progress(
          run.started(),
          attempt.every().map(every -> later(run.started().plus(every))).orElse(null),
          0,
          json.writeValueAsString(attempt.next()),
          null);
    }
    int failures = before.failures() + 1;
    return new Progress(
        before.refreshedAt(),
        attempt
            .every()
            .map(every ->
                clock.instant().plus(Backoff.delay(failures, every, ThreadLocalRandom.current())))
            .orElse(null),
        failures,
        before.state(),
        json.writeValueAsString(run.error()));
  }

  private Instant later(Instant due) {
    Instant now = clock.instant();
    return due.isBefore(now) ? now : due;
  }

  /** From now on runs end because the server does, which says nothing of their sources. */
  void stop() {
    stopping = true;
  }
}
