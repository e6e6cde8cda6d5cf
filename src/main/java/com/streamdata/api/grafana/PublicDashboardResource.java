package com.streamdata.api.grafana;

import com.streamdata.access.Caller;
import com.streamdata.http.HotAnswers;
import com.streamdata.share.PublicDashboard;
import com.streamdata.share.PublicDashboardErrors;
import com.streamdata.share.PublicDashboardService;
import com.streamdata.share.RecipientService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published page: create, update, get, delete and list (observed behaviour, A1 to A5). */
@RestController
final class PublicDashboardResource {
  private static final String OF_DASHBOARD = "/api/dashboards/uid/{dashboardUid}/public-dashboards";

  private final PublicDashboardService service;
  private final RecipientService recipients;

  PublicDashboardResource(PublicDashboardService service, RecipientService recipients) {
    this.service = service;
    this.recipients = recipients;
  }

  /** Who is to be let in. */
  record NewRecipient(@Nullable String recipient) {}

  @GetMapping(OF_DASHBOARD)
  PublicDashboardBody get(Caller caller, @PathVariable String dashboardUid) {
    return PublicDashboardBody.of(service.get(caller, dashboardUid));
  }

  @PostMapping(OF_DASHBOARD)
  PublicDashboardBody create(
      Caller caller, HttpServletRequest request, @PathVariable String dashboardUid) {
    return PublicDashboardBody.of(service.create(caller, dashboardUid, body(request)));
  }

  @PatchMapping(OF_DASHBOARD + "/{uid}")
  PublicDashboardBody change(
      Caller caller,
      HttpServletRequest request,
      @PathVariable String dashboardUid,
      @PathVariable String uid) {
    return PublicDashboardBody.of(service.change(caller, dashboardUid, uid, body(request)));
  }

  @DeleteMapping(OF_DASHBOARD + "/{uid}")
  void delete(Caller caller, @PathVariable String dashboardUid, @PathVariable String uid) {
    service.delete(caller, dashboardUid, uid);
  }

  @GetMapping("/api/dashboards/public-dashboards")
  PublicDashboardPage list(
      Caller caller,
      HttpServletRequest request,
      @RequestParam(name = "perpage", required = false) @Nullable String perPage,
      @RequestParam(name = "page", required = false) @Nullable String page) {
    PublicDashboardPage found = PublicDashboardPage.of(service.list(caller), perPage, page);
    HotAnswers.offer(request, () -> true);
    return found;
  }

  @PostMapping(OF_DASHBOARD + "/{uid}/recipients")
  PublicDashboardBody.Recipient invite(
      Caller caller,
      HttpServletRequest request,
      @PathVariable String dashboardUid,
      @PathVariable String uid) {
    Supplier<String> email =
        () -> {
          NewRecipient body =
              GrafanaJson.read(request, NewRecipient.class, PublicDashboardErrors.BAD_REQUEST);
          return body.recipient() == null ? "" : body.recipient();
        };
    return PublicDashboardBody.Recipient.of(recipients.add(caller, dashboardUid, uid, email));
  }

  @DeleteMapping(OF_DASHBOARD + "/{uid}/recipients/{recipientUid}")
  void uninvite(
      Caller caller,
      @PathVariable String dashboardUid,
      @PathVariable String uid,
      @PathVariable String recipientUid) {
    recipients.remove(caller, dashboardUid, uid, recipientUid);
  }

  private static Supplier<PublicDashboard.Request> body(HttpServletRequest request) {
    return () ->
        GrafanaJson.read(
                request, PublicDashboardBody.Wanted.class, PublicDashboardErrors.BAD_REQUEST)
            .request();
  }
}
