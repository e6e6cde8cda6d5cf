package com.streamdata.api.grafana;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.share.PublicDashboard;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public-dashboard object (observed behaviour, 1.2).
 *
 * @param accessToken absent for callers who may not share the dashboard
 * @param variableSelectionEnabled ours; absent while visitors may not choose values of variables
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PublicDashboardBody(
    String uid,
    String dashboardUid,
    @Nullable String accessToken,
    long createdBy,
    long updatedBy,
    Instant createdAt,
    Instant updatedAt,
    boolean timeSelectionEnabled,
    boolean isEnabled,
    boolean annotationsEnabled,
    String share,
    List<Recipient> recipients,
    @Nullable Boolean variableSelectionEnabled) {

  /** Somebody who is let in. */
  record Recipient(String uid, String recipient) {
    static Recipient of(PublicDashboard.Recipient recipient) {
      return new Recipient(recipient.uid(), recipient.email());
    }
  }

  /** What a client may send (observed behaviour, 1.3). */
  record Wanted(
      @Nullable String uid,
      @Nullable String accessToken,
      @Nullable Boolean isEnabled,
      @Nullable Boolean timeSelectionEnabled,
      @Nullable Boolean annotationsEnabled,
      @Nullable Boolean variableSelectionEnabled,
      @Nullable String share) {
    PublicDashboard.Request request() {
      return new PublicDashboard.Request(
          uid,
          accessToken,
          isEnabled,
          timeSelectionEnabled,
          annotationsEnabled,
          variableSelectionEnabled,
          share);
    }
  }

  static PublicDashboardBody of(PublicDashboard dashboard) {
    return new PublicDashboardBody(
        dashboard.uid(),
        dashboard.dashboardUid(),
        dashboard.accessToken(),
        dashboard.createdBy(),
        dashboard.updatedBy(),
        dashboard.createdAt().truncatedTo(ChronoUnit.SECONDS),
        dashboard.updatedAt().truncatedTo(ChronoUnit.SECONDS),
        dashboard.timeSelection(),
        dashboard.enabled(),
        dashboard.annotations(),
        dashboard.audience().wireName(),
        dashboard.recipients().stream().map(Recipient::of).toList(),
        dashboard.variableSelection() ? true : null);
  }
}
