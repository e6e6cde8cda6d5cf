package com.streamdata.access;

import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who changed what of a dashboard: in person, by a key, or by an edit link. */
@Component
public final class ChangeLog {
  private static final int LONGEST_DETAIL = 2000;
  private final InstantSource clock;

  ChangeLog(InstantSource clock) {
    this.clock = clock;
  }

  interface Store {
    @SqlUpdate(
        """
        INSERT INTO dashboard_change
          (dashboard_id, at, user_id, key_id, share_id, what, detail, visualization_id, was)
        VALUES
          (:dashboard, :at, :user, :key, :share, :what, :detail, :visualization, :was)
        """)
    void insert(
        DashboardId dashboard,
        Instant at,
        @Nullable Long user,
        @Nullable Long key,
        @Nullable Long share,
        String what,
        String detail,
        @Nullable Long visualization,
        @Nullable String was);

    @SqlUpdate(
        """
        UPDATE dashboard
        SET version = version + 1, updated_at = :at, updated_by = coalesce(:account, updated_by)
        WHERE id = :dashboard
        """)
    void grow(DashboardId dashboard, Instant at, @Nullable Long account);

    @SqlQuery("SELECT version FROM dashboard WHERE id = :dashboard")
    long version(DashboardId dashboard);
  }

  /**
   * How something was before a change of it.
   *
   * @param visualization null for the dashboard itself
   * @param was JSON object that a request would send to have it back
   */
  public record Before(@Nullable VisualizationId visualization, String was) {}

  /** Notes a change that cannot be taken back. */
  public long note(
      Handle handle, Caller caller, DashboardId dashboard, String what, String detail) {
    return note(handle, caller, dashboard, what, detail, null);
  }

  /**
   * Notes a change in the transaction that makes it, and makes the dashboard's version grow.
   *
   * @param what a short name, such as {@code visualization.changed}
   * @param detail what a person would want to know of it; cut when long
   * @return the dashboard's new version
   */
  public long note(
      Handle handle,
      Caller caller,
      DashboardId dashboard,
      String what,
      String detail,
      @Nullable Before before) {
    VisualizationId visualization = before == null ? null : before.visualization();
    Store store = handle.attach(Store.class);
    Long account = caller instanceof Caller.Account by ? by.userId().value() : null;
    store.grow(dashboard, clock.instant(), account);
    store.insert(
        dashboard,
        clock.instant(),
        caller instanceof Caller.User user ? user.userId().value() : null,
        caller instanceof Caller.ApiKey key ? key.keyId().value() : null,
        caller instanceof Caller.ShareHolder holder ? holder.shareId().value() : null,
        what,
        detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail,
        visualization == null ? null : visualization.value(),
        before == null ? null : before.was());
    return store.version(dashboard);
  }
}
