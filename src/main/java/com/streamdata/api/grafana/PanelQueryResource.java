package com.streamdata.api.grafana;

import com.streamdata.share.CookieJar;
import com.streamdata.share.PublicDashboardErrors;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data of a public dashboard's panels (observed behaviour, V2). */
@RestController
final class PanelQueryResource {
  private final PanelQueryService panels;

  PanelQueryResource(PanelQueryService panels) {
    this.panels = panels;
  }

  @PostMapping("/api/public/dashboards/{accessToken}/panels/{panelId}/query")
  ResponseEntity<QueryResults> query(
      HttpServletRequest request, @PathVariable String accessToken, @PathVariable String panelId) {
    QueryResults results =
        panels.query(
            accessToken,
            CookieJar.of(request),
            panelId,
            () -> GrafanaJson.read(request, PanelRequest.class, PublicDashboardErrors.BAD_REQUEST));
    return ResponseEntity.status(results.status()).body(results);
  }
}
