package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the {@code url} of dashboards and folders leads people: into our own application. */
@RestController
final class LinkResource {
  private final GrafanaDashboardService dashboards;

  LinkResource(GrafanaDashboardService dashboards) {
    this.dashboards = dashboards;
  }

  @GetMapping("/d/{uid}")
  ResponseEntity<Void> dashboard(Caller caller, @PathVariable String uid) {
    return to("../" + dashboards.page(caller, uid));
  }

  @GetMapping("/d/{uid}/{slug}")
  ResponseEntity<Void> named(Caller caller, @PathVariable String uid) {
    return to("../../" + dashboards.page(caller, uid));
  }

  @GetMapping("/dashboards/f/{uid}/{slug}")
  ResponseEntity<Void> folder() {
    return to("../../../app/");
  }

  private static ResponseEntity<Void> to(String address) {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(address)).build();
  }
}
