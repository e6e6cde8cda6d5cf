package com.streamdata.dashboard;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.http.Client;
import com.streamdata.identity.CallerAgain;
import com.streamdata.live.LiveStreams;
import com.streamdata.live.Watch;
import com.streamdata.query.ask.Asked;
import com.streamdata.query.time.TimeRange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What open pages of people with accounts are sent. */
@RestController
final class LiveResource {
  private final LiveDashboards live;
  private final LiveStreams streams;
  private final CallerAgain again;

  LiveResource(LiveDashboards live, LiveStreams streams, CallerAgain again) {
    this.live = live;
    this.streams = streams;
    this.again = again;
  }

  /**
   * Sends an open page each new result as it comes, see {@link LiveStreams}; asked like for data.
   *
   * @param known as Last-Event-ID, for clients that cannot send that
   */
  @GetMapping(path = "/dashboards/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable DashboardId id,
      TimeRange range,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(name = "last_event_id", required = false) @Nullable String known) {
    Asked asked = Asked.in(range, request.getParameterMap());
    Watch watch = live.watch(caller, again.of(request), id, asked);
    String client = Client.of(request).network();
    streams.open(request, response, client, watch, lastEventId == null ? known : lastEventId);
  }
}
