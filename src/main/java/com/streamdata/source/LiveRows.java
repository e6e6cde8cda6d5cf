package com.streamdata.source;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Import;
import com.streamdata.dataset.RowPage;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.sql.SqlSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first rows of sources whose rows are not kept here. */
@Component
final class LiveRows {
  private static final SourceId NOBODY = new SourceId(0);

  private final LiveSources live;
  private final Connectors connectors;
  private final Datasets datasets;

  LiveRows(LiveSources live, Connectors connectors, Datasets datasets) {
    this.live = live;
    this.connectors = connectors;
    this.datasets = datasets;
  }

  /**
   * The first rows, in whatever order they come; none for what would be a later page, since nothing
   * says which they would be.
   *
   * @return empty if its rows are kept here
   * @throws AppException upstream, saying why they cannot be had
   */
  Optional<RowPage> find(SourceId id, long limit, long offset) {
    return live.find(id).map(settings -> read(settings, offset == 0 ? limit : 0));
  }

  private RowPage read(SqlSettings settings, long most) {
    try (Import rows = datasets.replace(NOBODY, List.of())) {
      connectors.fetch(SourceKind.SQL, settings).fetch(Map.of(), new First(rows, most));
      return rows.page(most);
    } catch (FetchFailure e) {
      throw new AppException(SourceErrors.NO_ANSWER, e.stage().title() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppException(SourceErrors.NO_ANSWER, "The server is stopping.", e);
    }
  }

  private record First(Import rows, long wanted) implements RowSink {
    @Override
    public void take(Batch batch) {
      rows.append(batch);
    }
  }
}
