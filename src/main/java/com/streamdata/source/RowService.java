package com.streamdata.source;

import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.SourceId;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.RowPage;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.source.push.PushFormat;
import com.streamdata.source.push.PushedRows;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** Takes and gives rows. */
@Service
final class RowService {
  private static final long MOST_ROWS = 10_000;

  private final Sources sources;
  private final LiveRows live;
  private final Datasets datasets;

  RowService(Sources sources, LiveRows live, Datasets datasets) {
    this.sources = sources;
    this.live = live;
    this.datasets = datasets;
  }

  /** How many rows were taken. They are synced to disk. */
  record Accepted(long accepted) {}

  /**
   * Adds all rows of a body, or none.
   *
   * @throws IOException if the client stops sending
   */
  Accepted push(Caller caller, SourceId id, InputStream body, PushFormat format, boolean gzip)
      throws IOException {
    Source source = sources.require(caller, Action.SOURCES_WRITE, id);
    if (source.sourceKind() != SourceKind.PUSH) {
      throw new AppException(
          SourceErrors.WRONG_KIND,
          "Rows of a file source come from POST /sources/" + id + "/file.");
    }
    Batch batch = PushedRows.read(body, format, gzip, sources.dataset(source).columns());
    if (batch.rowCount() > 0) {
      datasets.append(id, batch);
    }
    return new Accepted(batch.rowCount());
  }

  /** Some rows in the order of their arrival; of another database the first as they come. */
  RowPage rows(Caller caller, SourceId id, long limit, long offset) {
    Source source = sources.require(caller, Action.SOURCES_READ, id);
    new Checks()
        .that(limit >= 1 && limit <= MOST_ROWS, "limit", "must be between 1 and " + MOST_ROWS)
        .that(offset >= 0, "offset", "must be 0 or more")
        .done();
    return live.find(source.id(), limit, offset)
        .orElseGet(() -> datasets.rows(sources.dataset(source).id(), limit, offset));
  }
}
