package com.streamdata.source.folder;

import com.streamdata.config.TemporaryFolder;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.source.fetch.Fetch;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.fetch.Stage;
import com.streamdata.source.file.FileFormat;
import com.streamdata.source.file.FileRows;
import com.streamdata.source.file.Outcome;
import com.streamdata.source.file.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the files of a folder that are new. Which were read, good or bad, is the state: a bad one
 * is told once, and read again only when it changes.
 */
final class FolderFetch implements Fetch {
  private final FolderSettings settings;
  private final WatchedFolder watched;
  private final TemporaryFolder temporary;
  private final InstantSource clock;
  private final List<String> remarks = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private long fitting;

  /**
   * Connects to nothing.
   *
   * @param temporary where copies lie while they are read
   */
  FolderFetch(
      FolderSettings settings,
      WatchedFolder watched,
      TemporaryFolder temporary,
      InstantSource clock) {
    this.settings = settings;
    this.watched = watched;
    this.temporary = temporary;
    this.clock = clock;
  }

  @Override
  public Fetched fetch(Map<String, String> before, RowSink rows)
      throws FetchFailure, InterruptedException {
    boolean trial = rows.wanted() < Long.MAX_VALUE;
    columns.addAll(rows.known());
    List<FoundFile> files = watched.list(settings);
    Map<String, String> state = new HashMap<>();
    List<FoundFile> fresh = new ArrayList<>();
    Instant now = clock.instant();
    for (FoundFile file : files) {
      if (file.stamp().equals(before.get(file.name()))) {
        state.put(file.name(), file.stamp());
      } else if (trial || file.isStill(now, settings.step())) {
        state.put(file.name(), file.stamp());
        fresh.add(file);
      }
    }
    return new Fetched(!readAll(wanted(fresh, trial), rows), state, remarks);
  }

  /** To try it out, and to replace, the newest is enough. */
  private List<FoundFile> wanted(List<FoundFile> fresh, boolean trial) {
    boolean newest = !fresh.isEmpty() && (trial || settings.reading() == Mode.REPLACE);
    return newest ? List.of(fresh.getLast()) : fresh;
  }

  private boolean readAll(List<FoundFile> files, RowSink rows)
      throws FetchFailure, InterruptedException {
    boolean any = false;
    for (FoundFile file : files) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped before " + file.name());
      }
      any |= read(file, rows);
    }
    return any;
  }

  /** Whether it could be read. */
  private boolean read(FoundFile file, RowSink rows) throws FetchFailure {
    Path copy = copy();
    fitting = 0;
    try {
      WatchedFolder.copy(file, copy);
      FileFormat format = FileFormat.sniff(copy);
      // Once without taking anything: half of a file must not stay.
      requireRows(FileRows.read(copy, format, columns, this::requireFitting), file);
      Outcome outcome = FileRows.read(copy, format, columns, taking(rows));
      tell(file, outcome);
      return true;
    } catch (AppException | IOException e) {
      remarks.add(file.name() + ": " + e.getMessage());
      return false;
    } finally {
      delete(copy);
    }
  }

  private RowSink taking(RowSink rows) {
    return batch -> {
      batch.columns().stream().map(Cells::column).forEach(this::know);
      rows.take(batch);
    };
  }

  /** A file of which nothing fits is a mistake that must not cost the old rows. */
  private void requireRows(Outcome read, FoundFile file) {
    if (file.size() == 0) {
      throw Checks.invalid("", "The file is empty.");
    }
    if (fitting == 0 && read.rejectedCount() > 0) {
      throw Checks.invalid(
          "",
          "None of the %d lines fits: %s"
              .formatted(read.rejectedCount(), read.rejected().getFirst().message()));
    }
  }

  private void requireFitting(Batch batch) {
    fitting += batch.rowCount();
    for (Cells cells : batch.columns()) {
      Column given = cells.column();
      columns.stream()
          .filter(column -> column.name().equalsIgnoreCase(given.name()))
          .filter(column -> column.type() != given.type())
          .findFirst()
          .ifPresent(column -> {
            throw Checks.invalid(
                "",
                "Column %s is %s, but was %s before."
                    .formatted(given.name(), given.type().wireName(), column.type().wireName()));
          });
    }
  }

  private void know(Column column) {
    if (columns.stream().noneMatch(known -> known.name().equalsIgnoreCase(column.name()))) {
      columns.add(column);
    }
  }

  private void tell(FoundFile file, Outcome outcome) {
    if (outcome.rejectedCount() > 0) {
      Rejected first = outcome.rejected().getFirst();
      remarks.add(
          "%s: %d lines do not fit, the first is line %d: %s"
              .formatted(file.name(), outcome.rejectedCount(), first.line(), first.message()));
    }
  }

  private Path copy() throws FetchFailure {
    try {
      return temporary.newFile("file");
    } catch (IOException e) {
      throw new FetchFailure(Stage.SERVER, "This server could not store a copy of a file.");
    }
  }

  private static void delete(Path copy) throws FetchFailure {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException _) {
      throw new FetchFailure(Stage.SERVER, "This server could not remove a copy of a file.");
    }
  }
}
