package com.streamdata.source;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Positions;
import com.streamdata.source.fetch.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came to one source by itself. Rows are stored as they come; of every minute in which some
 * did, a run tells how many.
 */
final class Heard implements Arrivals {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration EVERY_WITH_REMARKS = Duration.ofSeconds(5);
  private static final int MOST_REMARKS = 20;

  private final Source source;
  private final Datasets datasets;
  private final RunLog runs;
  private final InstantSource clock;
  private final List<String> remarks = new ArrayList<>();
  private @Nullable Instant connectedAt;
  private Instant since;
  private long rows;
  private long leftOut;

  Heard(Source source, Datasets datasets, RunLog runs, InstantSource clock) {
    this.source = source;
    this.datasets = datasets;
    this.runs = runs;
    this.clock = clock;
    this.since = clock.instant();
  }

  @Override
  public List<Column> columns() {
    return datasets.find(source.id()).orElseThrow().columns();
  }

  @Override
  public Positions positions() {
    return datasets.positions(source.id());
  }

  @Override
  public synchronized void connected() {
    Instant now = clock.instant();
    connectedAt = now;
    runs.put(source, good(now));
  }

  @Override
  public void take(Batch batch, Positions from, Positions to) {
    datasets.append(source.id(), batch, from, to);
    count(batch.rowCount());
  }

  private synchronized void count(int added) {
    rows += added;
  }

  @Override
  public synchronized void leftOut(String remark) {
    leftOut++;
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(remark);
    }
  }

  /** Whether rows could come at any time. */
  synchronized boolean wasConnected() {
    return connectedAt != null;
  }

  /** Writes a run of what has come since the last one, if it is time. */
  synchronized void note() {
    Duration every = leftOut > 0 ? EVERY_WITH_REMARKS : EVERY;
    if (!since.plus(every).isAfter(clock.instant())) {
      noteNow();
    }
  }

  /** Writes a run of what has come since the last one, if anything has. */
  synchronized void noteNow() {
    Instant now = clock.instant();
    if (rows > 0 || leftOut > 0) {
      Run.State state = rows > 0 ? Run.State.DONE : Run.State.UNCHANGED;
      long ms = Duration.between(since, now).toMillis();
      runs.add(source, new Run(since, ms, rows, state, remarks(), null), good(now));
    }
    since = now;
    rows = 0;
    leftOut = 0;
    remarks.clear();
  }

  private List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    if (leftOut > remarks.size()) {
      all.add("%d messages were left out in all.".formatted(leftOut));
    }
    return all;
  }

  private static Progress good(Instant at) {
    return new Progress(at, null, 0, "{}", null);
  }
}
