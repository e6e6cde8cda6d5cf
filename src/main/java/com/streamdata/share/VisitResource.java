package com.streamdata.share;

import com.streamdata.access.VisualizationId;
import com.streamdata.dashboard.AnnotationView;
import com.streamdata.dashboard.DashboardChange;
import com.streamdata.http.Client;
import com.streamdata.http.HotAnswers;
import com.streamdata.http.Version;
import com.streamdata.live.LiveStreams;
import com.streamdata.live.Watch;
import com.streamdata.visualization.Current;
import com.streamdata.visualization.DataView;
import com.streamdata.visualization.NewVisualization;
import com.streamdata.visualization.Visualization;
import com.streamdata.visualization.VisualizationChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the holder of a link may ask for. */
@RestController
final class VisitResource {
  /** Answers about relative times ("the last hour") are given again for this long at most. */
  private static final Duration MOVES_ON_AFTER = Duration.ofSeconds(5);

  private final VisitService visits;
  private final LiveStreams streams;
  private final InstantSource clock;

  VisitResource(VisitService visits, LiveStreams streams, InstantSource clock) {
    this.visits = visits;
    this.streams = streams;
    this.clock = clock;
  }

  @GetMapping("/share/{token}/dashboard")
  ResponseEntity<SharedDashboard> dashboard(
      HttpServletRequest request, @PathVariable String token) {
    VisitService.Shown<SharedDashboard> shown = visits.dashboard(token, CookieJar.of(request));
    return again(request, shown, () -> true, shown.value());
  }

  @GetMapping("/share/{token}/visualizations/{id}/data")
  ResponseEntity<DataView> data(
      HttpServletRequest request, @PathVariable String token, @PathVariable VisualizationId id) {
    return data(request, visits.data(token, CookieJar.of(request), id, VisitorChoice.of(request)));
  }

  @GetMapping("/share/{token}/tiles/{index}/data")
  ResponseEntity<DataView> tile(
      HttpServletRequest request, @PathVariable String token, @PathVariable int index) {
    return data(
        request, visits.tile(token, CookieJar.of(request), index, VisitorChoice.of(request)));
  }

  @GetMapping("/share/{token}/annotations")
  ResponseEntity<List<AnnotationView>> annotations(
      HttpServletRequest request, @PathVariable String token) {
    VisitService.Shown<List<AnnotationView>> shown =
        visits.annotations(token, CookieJar.of(request), VisitorChoice.of(request));
    HotAnswers.endAt(request, clock.instant().plus(MOVES_ON_AFTER));
    return again(request, shown, () -> true, shown.value());
  }

  /**
   * Sends an open page each new result as it comes, see {@link LiveStreams}; asked like for data.
   *
   * @param known as Last-Event-ID, for clients that cannot send that
   */
  @GetMapping(path = "/share/{token}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String token,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(name = "last_event_id", required = false) @Nullable String known) {
    Watch watch = visits.watch(token, CookieJar.of(request), VisitorChoice.of(request));
    String client = Client.of(request).network();
    streams.open(request, response, client, watch, lastEventId == null ? known : lastEventId);
  }

  @PatchMapping("/share/{token}/dashboard")
  SharedDashboard change(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestBody DashboardChange.ByLink change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    return visits.change(token, CookieJar.of(request), change, ifMatch);
  }

  @PostMapping("/share/{token}/visualizations")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Visualization> add(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestBody NewVisualization visualization) {
    Visualization added = visits.add(token, CookieJar.of(request), visualization);
    return ResponseEntity.created(URI.create("/share/" + token + "/visualizations/" + added.id()))
        .eTag(Version.tag(added.version()))
        .body(added);
  }

  /** Asked like for data. */
  @PostMapping("/share/{token}/preview")
  DataView preview(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestBody NewVisualization visualization) {
    CookieJar cookies = CookieJar.of(request);
    return DataView.of(visits.preview(token, cookies, visualization, VisitorChoice.of(request)));
  }

  @PatchMapping("/share/{token}/visualizations/{id}")
  ResponseEntity<Visualization> change(
      HttpServletRequest request,
      @PathVariable String token,
      @PathVariable VisualizationId id,
      @RequestBody VisualizationChange change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    Visualization changed = visits.change(token, CookieJar.of(request), id, change, ifMatch);
    return ResponseEntity.ok().eTag(Version.tag(changed.version())).body(changed);
  }

  @DeleteMapping("/share/{token}/visualizations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      HttpServletRequest request,
      @PathVariable String token,
      @PathVariable VisualizationId id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    visits.delete(token, CookieJar.of(request), id, ifMatch);
  }

  private ResponseEntity<DataView> data(
      HttpServletRequest request, VisitService.Shown<Current> shown) {
    Current current = shown.value();
    HotAnswers.endAt(request, clock.instant().plus(MOVES_ON_AFTER));
    // The next who asks may be given something newer.
    BooleanSupplier fresh = () -> !current.stale() && visits.isNewest(current);
    return again(request, shown, fresh, DataView.of(current));
  }

  /** Lets the answer be given again: here to the same visitor, elsewhere as the share allows. */
  private static <T> ResponseEntity<T> again(
      HttpServletRequest request, VisitService.Shown<?> shown, BooleanSupplier fresh, T body) {
    Visits.Visit visit = shown.visit();
    HotAnswers.offer(request, fresh);
    if (visit.until() != null) {
      HotAnswers.endAt(request, visit.until());
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, visit.share().cacheControl())
        .body(body);
  }
}
