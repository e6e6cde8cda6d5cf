package com.streamdata.share;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Right;
import com.streamdata.access.ShareId;
import com.streamdata.access.VisualizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever holds its token see one dashboard or visualization without an account.
 *
 * <p>The token is not part of the share: its keyed hash finds the row, its sealed copy can be shown
 * again.
 *
 * @param visualizationId the one visualization it shows; null for the whole dashboard
 * @param passwordHash PHC string; null for no password
 * @param expiresAt first instant at which the link no longer works; null if it never expires
 * @param audience whom it lets in apart from any password
 * @param timeSelection whether visitors may choose another time
 * @param annotations whether visitors see the dashboard's annotations
 * @param variableSelection whether visitors may choose among the listed values of variables
 * @param createdBy e-mail address of who made it
 * @param embed whether other sites may show it in a frame, if everybody may see it
 */
record Share(
    ShareId id,
    DashboardId dashboardId,
    @Nullable VisualizationId visualizationId,
    Right access,
    String tokenSealed,
    @Nullable String passwordHash,
    boolean enabled,
    @Nullable Instant expiresAt,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastUsedAt,
    ShareKind kind,
    Audience audience,
    boolean timeSelection,
    boolean annotations,
    boolean variableSelection,
    boolean embed) {

  /** A link that is paused is as if it were not there; a public dashboard says that it is. */
  boolean isThere(Instant now) {
    return (enabled || kind == ShareKind.PUBLIC) && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Whether holding its token is not enough. */
  boolean isProtected() {
    return passwordHash != null || audience == Audience.EMAIL;
  }

  /**
   * Whether anybody may see it and nobody change it: then nothing can be lost in a foreign frame.
   */
  boolean isOpenToAll() {
    return access == Right.VIEW && !isProtected();
  }

  /**
   * Who may keep what a visitor was answered. What anybody may see, anybody in between may keep for
   * a moment, and longer when this server is away.
   */
  String cacheControl() {
    if (isOpenToAll()) {
      return "public, max-age=1, stale-while-revalidate=5, stale-if-error=60";
    }
    return isProtected() ? "private, no-store" : "private, no-cache";
  }

  /** What visitors may choose and see, in one word that changes with it. */
  String policy() {
    return (timeSelection ? "t" : "") + (annotations ? "a" : "") + (variableSelection ? "v" : "");
  }

  Caller.ShareHolder holder() {
    return new Caller.ShareHolder(id, dashboardId, visualizationId, access);
  }
}
