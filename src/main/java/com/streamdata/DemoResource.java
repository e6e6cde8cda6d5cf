package com.streamdata;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The demo, for whoever wants dashboards of their own to try things out. */
@RestController
final class DemoResource {
  private final Demo demo;

  DemoResource(Demo demo) {
    this.demo = demo;
  }

  /** The dashboards that were made. */
  record Made(List<DashboardId> dashboards) {}

  @PostMapping("/dashboards/demo")
  @ResponseStatus(HttpStatus.CREATED)
  Made make(Caller caller) {
    return new Made(demo.copy(caller));
  }
}
