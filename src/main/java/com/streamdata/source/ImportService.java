package com.streamdata.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Datasets;
import com.streamdata.error.AppException;
import com.streamdata.source.file.FileFormat;
import com.streamdata.source.file.Outcome;
import com.streamdata.source.file.Rejected;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

/** Takes files, one at a time, and tells how far they are. */
@Service
public final class ImportService {
  private static final long PATIENCE_MILLIS = 2000;
  private static final int WAITING = 16;
  private static final int REMEMBERED = 1000;

  private final Sources sources;
  private final Uploads uploads;
  private final Datasets datasets;
  private final AtomicLong lastId = new AtomicLong();
  private final Cache<Long, FileImport> imports =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().name("file-import").daemon().factory());

  ImportService(Sources sources, Uploads uploads, Datasets datasets) {
    this.sources = sources;
    this.uploads = uploads;
    this.datasets = datasets;
    worker.allowCoreThreadTimeOut(true);
  }

  /** What a file has become. */
  public record Imported(
      long rowCount, List<Column> columns, List<Rejected> rejected, long rejectedCount) {}

  /**
   * Starts to replace the rows of a source by those of a file.
   *
   * @param format empty to find it out from the file
   */
  FileImport start(Caller caller, SourceId id, Optional<FileFormat> format, InputStream body)
      throws IOException {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    requireFree(source);
    Path file = uploads.store(body);
    try {
      FileFormat known = format.isPresent() ? format.get() : FileFormat.sniff(file);
      sources.dataset(source);
      FileImport started = new FileImport(lastId.incrementAndGet(), source, file, known, datasets);
      worker.execute(started);
      imports.put(started.id(), started);
      return started;
    } catch (RejectedExecutionException _) {
      Uploads.delete(file);
      throw tooMany();
    } catch (IOException | RuntimeException e) {
      Uploads.delete(file);
      throw e;
    }
  }

  /** Replaces the rows of a source by those of a file and waits until that is done. */
  public Imported load(Caller caller, SourceId id, InputStream body)
      throws IOException, InterruptedException {
    FileImport started = start(caller, id, Optional.empty(), body);
    started.await(Long.MAX_VALUE);
    return imported(started);
  }

  private void requireFree(Source source) {
    if (source.sourceKind() != SourceKind.FILE) {
      throw new AppException(
          SourceErrors.WRONG_KIND,
          source.settings() == null
              ? "A push source takes rows at POST /sources/"
                  + source.id()
                  + "/rows; a file needs a source of kind file."
              : "The server fetches the rows of this source itself; a file needs a source of kind"
                  + " file.");
    }
    boolean busy =
        imports.asMap().values().stream()
            .anyMatch(other -> other.isRunning() && other.source().id().equals(source.id()));
    if (busy) {
      throw new AppException(
          SourceErrors.BUSY, "Another file is being read into this source; wait until it is done.");
    }
  }

  /** Whether the import ended within two seconds. */
  boolean isQuick(FileImport started) {
    try {
      return started.await(PATIENCE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What an import that has ended brought.
   *
   * @throws AppException if it failed
   */
  Imported imported(FileImport ended) {
    Outcome outcome = ended.result();
    Dataset dataset = sources.dataset(ended.source());
    return new Imported(
        dataset.rowCount(), dataset.columns(), outcome.rejected(), outcome.rejectedCount());
  }

  /** How far an import is. Forgotten when the server stops. */
  ImportView get(Caller caller, SourceId id, long importId) {
    Source source = sources.require(caller, Action.SOURCES_READ, id);
    FileImport found = imports.getIfPresent(importId);
    if (found == null || !found.source().id().equals(source.id())) {
      throw AccessErrors.notFound("import");
    }
    return found.view();
  }

  private static AppException tooMany() {
    return AppException.tooMany(
        SourceErrors.TOO_MANY_IMPORTS, "Many files are waiting already.", Duration.ofSeconds(30));
  }

  @PreDestroy
  void stop() throws InterruptedException {
    imports.asMap().values().forEach(FileImport::giveUp);
    worker.shutdown();
    worker.awaitTermination(5, TimeUnit.SECONDS);
  }
}
