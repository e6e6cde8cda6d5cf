package com.streamdata.dashboard;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.http.HotAnswers;
import com.streamdata.http.Page;
import com.streamdata.http.Version;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.time.TimeRange;
import com.streamdata.visualization.DataView;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dashboards. */
@RestController
final class DashboardResource {
  private final DashboardService dashboards;
  private final TileService tiles;
  private final AnnotationService annotations;

  DashboardResource(DashboardService dashboards, TileService tiles, AnnotationService annotations) {
    this.dashboards = dashboards;
    this.tiles = tiles;
    this.annotations = annotations;
  }

  /** The published list. */
  record Dashboards(List<DashboardService.ListedDashboard> dashboards) {}

  @GetMapping("/dashboards")
  Dashboards list(Caller caller, Page page, HttpServletRequest request) {
    HotAnswers.offer(request, () -> true);
    return new Dashboards(dashboards.list(caller, page));
  }

  /** Ids of dashboards that a link opens. */
  record SharedDashboards(List<DashboardId> dashboards) {}

  /** Not in the published list, whose members are fixed. */
  @GetMapping("/dashboards/shared")
  SharedDashboards listShared(Caller caller) {
    return new SharedDashboards(dashboards.listShared(caller));
  }

  @PostMapping("/dashboards")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DashboardView> create(Caller caller, @RequestBody NewDashboard request) {
    DashboardView created = dashboards.create(caller, request);
    return ResponseEntity.created(URI.create("/dashboards/" + created.id()))
        .eTag(Version.tag(created.version()))
        .body(created);
  }

  @GetMapping("/dashboards/{id}")
  ResponseEntity<DashboardView> get(Caller caller, @PathVariable DashboardId id) {
    return tagged(dashboards.get(caller, id));
  }

  @PatchMapping("/dashboards/{id}")
  ResponseEntity<DashboardView> change(
      Caller caller,
      @PathVariable DashboardId id,
      @RequestBody DashboardChange change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    return tagged(dashboards.change(caller, id, change, ifMatch));
  }

  @GetMapping("/dashboards/{id}/tiles/{index}/data")
  DataView tile(
      Caller caller,
      @PathVariable DashboardId id,
      @PathVariable int index,
      TimeRange range,
      HttpServletRequest request) {
    Asked asked = Asked.in(range, request.getParameterMap());
    return DataView.of(tiles.data(caller, id, index, asked));
  }

  /** Those within the time that is shown. */
  @GetMapping("/dashboards/{id}/annotations")
  List<AnnotationView> annotations(Caller caller, @PathVariable DashboardId id, TimeRange range) {
    return annotations.during(caller, dashboards.get(caller, id), range);
  }

  @DeleteMapping("/dashboards/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      Caller caller,
      @PathVariable DashboardId id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    dashboards.delete(caller, id, ifMatch);
  }

  private static ResponseEntity<DashboardView> tagged(DashboardView dashboard) {
    return ResponseEntity.ok().eTag(Version.tag(dashboard.version())).body(dashboard);
  }
}
