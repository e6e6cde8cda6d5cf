package com.streamdata.share;

import com.streamdata.access.DashboardId;
import com.streamdata.access.ShareId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grafana's public dashboard (observed behaviour, 1.2), which is a share of a kind of its own.
 *
 * @param uid chosen or generated, unique on the server, never changed
 * @param accessToken what its link is worth; null for callers who may not share the dashboard
 * @param createdBy number of the user or service account
 * @param enabled false while it is paused
 * @param timeSelection whether visitors may choose another time
 * @param annotations whether visitors see the dashboard's annotations
 * @param variableSelection whether visitors may choose among the listed values of variables
 * @param recipients who is let in when the audience is {@link Audience#EMAIL}
 */
public record PublicDashboard(
    ShareId id,
    String uid,
    DashboardId dashboardId,
    String dashboardUid,
    @Nullable String accessToken,
    long createdBy,
    long updatedBy,
    Instant createdAt,
    Instant updatedAt,
    boolean enabled,
    boolean timeSelection,
    boolean annotations,
    boolean variableSelection,
    Audience audience,
    List<Recipient> recipients) {

  /** Somebody who is let in; removed by its uid. */
  public record Recipient(String uid, String email) {}

  /**
   * What is asked for in making or changing one; null for what is left to the default, or as it is
   * (observed behaviour, 1.3).
   *
   * @param uid ignored in changes, as is the token
   */
  public record Request(
      @Nullable String uid,
      @Nullable String accessToken,
      @Nullable Boolean enabled,
      @Nullable Boolean timeSelection,
      @Nullable Boolean annotations,
      @Nullable Boolean variableSelection,
      @Nullable String share) {}

  /** One line of the list of all of them. */
  public record Listed(
      String uid,
      @Nullable String accessToken,
      String title,
      String dashboardUid,
      boolean enabled) {}
}
