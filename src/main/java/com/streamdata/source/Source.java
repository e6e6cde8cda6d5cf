package com.streamdata.source;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.Target;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Keep;
import com.streamdata.http.StoredJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a dashboard come from.
 *
 * @param columns those declared, as a JSON list; rows may bring more
 * @param keepRows see {@link Keep#rows}
 * @param keepDays see {@link Keep#days}
 * @param settings what it needs to know to find its rows, sealed; null when it is sent them
 */
record Source(
    SourceId id,
    DashboardId dashboardId,
    String name,
    String kind,
    String columns,
    @Nullable Long keepRows,
    @Nullable Integer keepDays,
    @Nullable String settings,
    Instant createdAt) {

  SourceKind sourceKind() {
    return SourceKind.of(kind);
  }

  List<Column> declared() {
    return StoredJson.readList(columns, Column.class);
  }

  Keep keep() {
    return new Keep(keepRows, keepDays);
  }

  Target target() {
    return new Target.OfSource(id, dashboardId);
  }
}
