package com.streamdata.dashboard;

import com.streamdata.access.Access;
import com.streamdata.access.Action;
import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Target;
import com.streamdata.db.Database;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells who changed what of a dashboard. */
@Service
final class HistoryService {
  private static final int MOST = 100;

  private final Access access;
  private final Database database;

  HistoryService(Access access, Database database) {
    this.access = access;
    this.database = database;
  }

  /** The newest hundred, for those who may change it themselves: it names people and keys. */
  List<PastChange> list(Caller caller, DashboardId id) {
    access.require(caller, Action.DASHBOARDS_WRITE, new Target.OfDashboard(id));
    return database.from(HistoryStore.class, store -> store.listOf(id, MOST)).stream()
        .map(HistoryService::change)
        .toList();
  }

  private static PastChange change(HistoryStore.Row row) {
    return new PastChange(
        row.id(),
        row.at(),
        who(row),
        row.what(),
        row.detail(),
        row.visualizationId(),
        row.was() == null ? null : RecordReader.parse(row.was().getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable String who(HistoryStore.Row row) {
    if (row.byLink()) {
      return null;
    }
    String email = row.email() == null ? "A key that was revoked" : row.email();
    return row.keyName() == null ? email : email + ", key " + row.keyName();
  }
}
