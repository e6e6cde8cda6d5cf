package com.streamdata.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Right;
import com.streamdata.access.ShareId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link, for those who may share.
 *
 * @param dashboard the one that it belongs to, whatever it shows of it
 * @param kind {@code link} or {@code public}
 * @param embed whether other sites may show it in a frame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedShare(
    ShareId id,
    String shareLink,
    OfDashboard dashboard,
    SharedTarget target,
    Right access,
    boolean hasPassword,
    boolean enabled,
    @Nullable Instant expires,
    Instant created,
    String createdBy,
    @Nullable Instant lastUsed,
    String kind,
    boolean timeSelection,
    boolean annotations,
    boolean variableSelection,
    boolean embed) {

  /** The dashboard of a link. */
  record OfDashboard(DashboardId id, String name) {}

  /** What is shared: {@code dashboard} or {@code visualization}, its id and what it is called. */
  record SharedTarget(String kind, String id, String title) {}

  static ListedShare of(ShareStore.Named named, String link) {
    Share share = named.share();
    return new ListedShare(
        share.id(),
        link,
        new OfDashboard(share.dashboardId(), named.dashboardName()),
        target(named),
        share.access(),
        share.passwordHash() != null,
        share.enabled(),
        share.expiresAt(),
        share.createdAt(),
        share.createdBy(),
        share.lastUsedAt(),
        share.kind().name().toLowerCase(Locale.ROOT),
        share.timeSelection(),
        share.annotations(),
        share.variableSelection(),
        share.embed());
  }

  private static SharedTarget target(ShareStore.Named named) {
    Share share = named.share();
    return share.visualizationId() == null
        ? new SharedTarget("dashboard", share.dashboardId().toString(), named.dashboardName())
        : new SharedTarget(
            "visualization",
            share.visualizationId().toString(),
            Objects.requireNonNullElse(named.visualizationTitle(), ""));
  }
}
