package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dashboards in Grafana's JSON (observed behaviour, 5.2). */
@RestController("grafanaDashboardResource")
final class DashboardResource {
  private final GrafanaDashboardService dashboards;

  DashboardResource(GrafanaDashboardService dashboards) {
    this.dashboards = dashboards;
  }

  @PostMapping("/api/dashboards/db")
  GrafanaDashboardService.Saved save(Caller caller, HttpServletRequest request) {
    return dashboards.save(
        caller,
        () ->
            GrafanaJson.read(request, GrafanaDashboardService.Wanted.class, LegacyErrors.BAD_BODY));
  }

  @GetMapping("/api/dashboards/uid/{uid}")
  GrafanaDashboardService.Whole get(Caller caller, @PathVariable String uid) {
    return dashboards.get(caller, uid);
  }

  @DeleteMapping("/api/dashboards/uid/{uid}")
  GrafanaDashboardService.Deleted delete(Caller caller, @PathVariable String uid) {
    return dashboards.delete(caller, uid);
  }
}
