package com.streamdata.api.grafana;

import com.streamdata.http.HotAnswers;
import com.streamdata.share.CookieJar;
import com.streamdata.share.PublicDashboardErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data of a public dashboard's panels (observed behaviour, V2). */
@RestController
final class PanelQueryResource {
  /** Answers about relative times ("the last hour") are given again for this long at most. */
  private static final Duration MOVES_ON_AFTER = Duration.ofSeconds(5);

  private final PanelQueryService panels;
  private final InstantSource clock;

  PanelQueryResource(PanelQueryService panels, InstantSource clock) {
    this.panels = panels;
    this.clock = clock;
  }

  @PostMapping("/api/public/dashboards/{accessToken}/panels/{panelId}/query")
  ResponseEntity<QueryResults> query(
      HttpServletRequest request, @PathVariable String accessToken, @PathVariable String panelId) {
    PanelQueryService.Answered answered =
        panels.query(
            accessToken,
            CookieJar.of(request),
            panelId,
            () -> GrafanaJson.read(request, PanelRequest.class, PublicDashboardErrors.BAD_REQUEST));
    Again.offer(request, answered.visit(), answered.fresh());
    HotAnswers.endAt(request, clock.instant().plus(MOVES_ON_AFTER));
    QueryResults results = answered.results();
    return ResponseEntity.status(results.status())
        .header(HttpHeaders.CACHE_CONTROL, Again.cacheControl(answered.visit()))
        .body(results);
  }
}
