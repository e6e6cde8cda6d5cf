package com.streamdata.source;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Import;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.file.FileFormat;
import com.streamdata.source.file.FileRows;
import com.streamdata.source.file.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file on its way into a source. Read by one thread, watched by others. */
final class FileImport implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);

  private final long id;
  private final Source source;
  private final Path file;
  private final FileFormat format;
  private final Datasets datasets;
  private final long bytes;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long expected;
  private volatile long rows;
  private volatile boolean givenUp;
  private volatile @Nullable Outcome outcome;
  private volatile @Nullable Exception failure;

  FileImport(long id, Source source, Path file, FileFormat format, Datasets datasets)
      throws IOException {
    this.id = id;
    this.source = source;
    this.file = file;
    this.format = format;
    this.datasets = datasets;
    this.bytes = Files.size(file);
  }

  long id() {
    return id;
  }

  Source source() {
    return source;
  }

  @Override
  public void run() {
    List<Column> declared = source.declared();
    try (Import replacement = datasets.replace(source.id(), declared)) {
      Outcome read = FileRows.read(file, format, declared, new Taking(replacement));
      requireRows(read);
      replacement.finish();
      outcome = read;
    } catch (AppException e) {
      failure = e;
    } catch (IOException | RuntimeException e) {
      LOG.error("Import {} of source {} failed", id, source.id(), e);
      failure = e;
    } finally {
      Uploads.delete(file);
      ended.countDown();
    }
  }

  private final class Taking implements RowSink {
    private final Import replacement;

    Taking(Import replacement) {
      this.replacement = replacement;
    }

    @Override
    public void expect(long count) {
      expected = count;
    }

    @Override
    public void take(Batch batch) {
      if (givenUp) {
        throw new AppException(SourceErrors.STOPPED, "The server stopped; upload the file again.");
      }
      replacement.append(batch);
      rows = replacement.rowCount();
    }
  }

  /** A file of which nothing fits is a mistake that must not cost the old rows. */
  private void requireRows(Outcome read) {
    if (rows == 0 && read.rejectedCount() > 0) {
      throw new AppException(
          SourceErrors.NO_ROW_FITS,
          "None of the %d lines fits: %s"
              .formatted(read.rejectedCount(), read.rejected().getFirst().message()));
    }
  }

  void giveUp() {
    givenUp = true;
  }

  boolean isRunning() {
    return ended.getCount() > 0;
  }

  /** Whether it ended in time. */
  boolean await(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * What it ended with.
   *
   * @throws AppException if it failed through the file
   */
  Outcome result() {
    if (failure instanceof AppException expected) {
      throw expected;
    }
    Outcome read = outcome;
    if (read == null) {
      throw new IllegalStateException("Import " + id + " failed", failure);
    }
    return read;
  }

  ImportView view() {
    Outcome read = outcome;
    Exception problem = failure;
    return new ImportView(
        Long.toString(id),
        isRunning() ? "running" : problem == null ? "done" : "failed",
        rows,
        bytes,
        percent(),
        read == null ? List.of() : read.rejected(),
        read == null ? 0 : read.rejectedCount(),
        problem == null ? null : ImportView.Failure.of(problem));
  }

  private int percent() {
    if (!isRunning()) {
      return 100;
    }
    return expected == 0 ? 0 : (int) Math.min(99, 100 * rows / expected);
  }
}
