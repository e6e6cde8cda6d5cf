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
        INSERT INTO dashboard_change (dashboard_id, at, user_id, key_id, share_id, what, detail)
        VALUES (:dashboard, :at, :user, :key, :share, :what, :detail)
        """)
    void insert(
        DashboardId dashboard,
        Instant at,
        @Nullable Long user,
        @Nullable Long key,
        @Nullable Long share,
        String what,
        String detail);

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
   * Notes a change in the transaction that makes it, and makes the dashboard's version grow.
   *
   * @param what a short name, such as {@code visualization.changed}
   * @param detail what a person would want to know of it; cut when long
   * @return the dashboard's new version
   */
  public long note(
      Handle handle, Caller caller, DashboardId dashboard, String what, String detail) {
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
        detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
    return store.version(dashboard);
  }
}
