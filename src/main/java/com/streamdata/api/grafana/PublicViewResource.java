package com.streamdata.api.grafana;

import com.streamdata.share.CookieJar;
import com.streamdata.share.PublicVisits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What visitors of a public dashboard get of it (observed behaviour, V1). */
@RestController
final class PublicViewResource {
  private final PublicVisits visits;
  private final GrafanaDashboardService dashboards;

  PublicViewResource(PublicVisits visits, GrafanaDashboardService dashboards) {
    this.visits = visits;
    this.dashboards = dashboards;
  }

  @GetMapping("/api/public/dashboards/{accessToken}")
  ResponseEntity<GrafanaDashboardService.Whole> view(
      HttpServletRequest request, @PathVariable String accessToken) {
    PublicVisits.Visit visit = visits.enter(accessToken, CookieJar.of(request));
    Again.offer(request, visit, () -> true);
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, Again.cacheControl(visit))
        .body(dashboards.visit(visit));
  }
}
