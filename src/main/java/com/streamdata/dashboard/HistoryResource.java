package com.streamdata.dashboard;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to dashboards. */
@RestController
final class HistoryResource {
  private final HistoryService history;

  HistoryResource(HistoryService history) {
    this.history = history;
  }

  /** The list of changes, the newest first. */
  record Changes(List<PastChange> changes) {}

  @GetMapping("/dashboards/{id}/changes")
  Changes list(Caller caller, @PathVariable DashboardId id) {
    return new Changes(history.list(caller, id));
  }
}
