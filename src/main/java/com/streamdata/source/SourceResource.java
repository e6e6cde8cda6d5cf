package com.streamdata.source;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources. */
@RestController
final class SourceResource {
  private final SourceService sources;
  private final RefreshService refreshes;

  SourceResource(SourceService sources, RefreshService refreshes) {
    this.sources = sources;
    this.refreshes = refreshes;
  }

  @PostMapping("/dashboards/{id}/sources")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SourceView> create(
      Caller caller, @PathVariable DashboardId id, @RequestBody NewSource request) {
    SourceView created = sources.create(caller, id, request);
    return ResponseEntity.created(URI.create("/sources/" + created.id())).body(created);
  }

  @GetMapping("/sources/{id}")
  SourceView get(Caller caller, @PathVariable SourceId id) {
    return sources.get(caller, id);
  }

  @PatchMapping("/sources/{id}")
  SourceView change(Caller caller, @PathVariable SourceId id, @RequestBody SourceChange request) {
    return sources.change(caller, id, request);
  }

  @PostMapping("/sources/test")
  TrialView test(Caller caller, @RequestBody Trial request) {
    return refreshes.test(caller, request);
  }

  @PostMapping("/sources/{id}/refresh")
  Run refresh(Caller caller, @PathVariable SourceId id) {
    return refreshes.refresh(caller, id);
  }

  @GetMapping("/sources/{id}/runs")
  RefreshService.Runs runs(
      Caller caller, @PathVariable SourceId id, @RequestParam(defaultValue = "20") int limit) {
    return refreshes.runs(caller, id, limit);
  }

  @DeleteMapping("/sources/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable SourceId id) {
    sources.delete(caller, id);
  }
}
