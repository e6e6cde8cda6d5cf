package com.streamdata.visualization;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.VisualizationId;
import com.streamdata.http.HotAnswers;
import com.streamdata.http.Page;
import com.streamdata.http.Version;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.table.TableCsv;
import com.streamdata.query.time.TimeRange;
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

/** Visualizations and their data. */
@RestController
final class VisualizationResource {
  private static final String CSV = "text/csv;charset=UTF-8";

  private final VisualizationService visualizations;

  VisualizationResource(VisualizationService visualizations) {
    this.visualizations = visualizations;
  }

  /** The published list. */
  record Visualizations(List<ListedVisualization> visualizations) {}

  @GetMapping("/visualizations")
  Visualizations list(Caller caller, Page page, HttpServletRequest request) {
    HotAnswers.offer(request, () -> true);
    return new Visualizations(visualizations.list(caller, page));
  }

  @PostMapping("/dashboards/{id}/visualizations")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Visualization> create(
      Caller caller, @PathVariable DashboardId id, @RequestBody NewVisualization request) {
    Visualization created = visualizations.create(caller, id, request);
    return ResponseEntity.created(URI.create("/visualizations/" + created.id()))
        .eTag(Version.tag(created.version()))
        .body(created);
  }

  @PostMapping("/dashboards/{id}/preview")
  DataView preview(
      Caller caller,
      @PathVariable DashboardId id,
      @RequestBody NewVisualization request,
      TimeRange range) {
    return DataView.of(visualizations.preview(caller, id, request, Asked.in(range), List.of()));
  }

  @GetMapping("/visualizations/{id}")
  ResponseEntity<Visualization> get(Caller caller, @PathVariable VisualizationId id) {
    return tagged(visualizations.get(caller, id));
  }

  @PatchMapping("/visualizations/{id}")
  ResponseEntity<Visualization> change(
      Caller caller,
      @PathVariable VisualizationId id,
      @RequestBody VisualizationChange request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    return tagged(visualizations.change(caller, id, request, ifMatch));
  }

  @DeleteMapping("/visualizations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      Caller caller,
      @PathVariable VisualizationId id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    visualizations.delete(caller, id, ifMatch);
  }

  @GetMapping("/visualizations/{id}/data")
  DataView data(
      Caller caller,
      @PathVariable VisualizationId id,
      TimeRange range,
      HttpServletRequest request) {
    return DataView.of(visualizations.data(caller, id, asked(range, request)));
  }

  @GetMapping(path = "/visualizations/{id}/data", headers = "Accept=text/csv", produces = CSV)
  String dataAsCsv(
      Caller caller,
      @PathVariable VisualizationId id,
      TimeRange range,
      HttpServletRequest request) {
    return TableCsv.write(visualizations.data(caller, id, asked(range, request)).answer().table());
  }

  @GetMapping(path = "/visualizations/{id}/data.csv")
  ResponseEntity<String> csvFile(
      Caller caller,
      @PathVariable VisualizationId id,
      TimeRange range,
      HttpServletRequest request) {
    return ResponseEntity.ok()
        .header("Content-Type", CSV)
        .header("Content-Disposition", "attachment; filename=\"visualization-" + id + ".csv\"")
        .body(
            TableCsv.write(
                visualizations.data(caller, id, asked(range, request)).answer().table()));
  }

  /** The values of variables come as {@code var-<name>}. */
  private static Asked asked(TimeRange range, HttpServletRequest request) {
    return Asked.in(range, request.getParameterMap());
  }

  private static ResponseEntity<Visualization> tagged(Visualization visualization) {
    return ResponseEntity.ok().eTag(Version.tag(visualization.version())).body(visualization);
  }
}
