package com.streamdata.source.rest;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Import;
import com.streamdata.dataset.RowPage;
import com.streamdata.outbound.HttpFetch;
import com.streamdata.outbound.HttpLimits;
import com.streamdata.outbound.Networks;
import com.streamdata.outbound.OutboundConfig;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.testing.TestFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs of a REST source against loopback, with what landed. */
final class FetchedRows implements AutoCloseable {
  private static final HttpLimits LIMITS = new HttpLimits(2 << 20, Duration.ofSeconds(2));
  private static final SourceId SOURCE = new SourceId(1);

  private final Datasets datasets;
  private List<Column> declared = List.of();

  FetchedRows(Path folder) {
    datasets = Datasets.open(folder, InstantSource.system());
  }

  FetchedRows declare(Column... columns) {
    declared = List.of(columns);
    return this;
  }

  static RestSettings settings(String json) {
    return RestSettings.read(JsonMapper.shared().readTree(json));
  }

  /** Fetches; each row as {@code {name=value, …}}, without what is null. */
  List<String> rows(String settings) throws FetchFailure, InterruptedException {
    try (Import rows = datasets.replace(SOURCE, declared)) {
      fetch(settings, Map.of(), new Sink(rows, declared));
      RowPage page = rows.page(100);
      return page.rows().stream().map(row -> text(page.columns(), row)).toList();
    }
  }

  private static String text(List<Column> columns, @Nullable Object[] row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      if (value != null) {
        values.put(columns.get(i).name(), value);
      }
    }
    return values.toString();
  }

  /** Fetches after an earlier run. */
  Fetched again(String settings, Map<String, String> before)
      throws FetchFailure, InterruptedException {
    try (Import rows = datasets.replace(SOURCE, declared)) {
      return fetch(settings, before, new Sink(rows, declared));
    }
  }

  private static Fetched fetch(String settings, Map<String, String> before, RowSink sink)
      throws FetchFailure, InterruptedException {
    OutboundConfig config = new OutboundConfig("127.0.0.0/8", null);
    HttpFetch http =
        new HttpFetch(new Networks(config), new Trust(config), TestFolders.temporary());
    return new RestFetch(settings(settings), http, TestFolders.temporary(), LIMITS)
        .fetch(before, sink);
  }

  private record Sink(Import rows, List<Column> known) implements RowSink {
    @Override
    public void take(Batch batch) {
      rows.append(batch);
    }
  }

  @Override
  public void close() {
    datasets.close();
  }
}
