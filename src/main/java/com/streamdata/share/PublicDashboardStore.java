package com.streamdata.share;

import com.streamdata.access.DashboardId;
import com.streamdata.access.ShareId;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The shares of Grafana's kind in the {@code share} table. */
@RegisterConstructorMapper(PublicDashboardStore.Row.class)
@RegisterConstructorMapper(PublicDashboardStore.ListedRow.class)
interface PublicDashboardStore {
  String COLUMNS =
      """
      SELECT s.id, s.uid, s.dashboard_id, d.uid AS dashboard_uid, s.token_sealed, s.created_by,
             s.updated_by, s.created_at, s.updated_at, s.enabled, s.time_selection, s.annotations,
             s.variable_selection, s.audience
      FROM share s JOIN dashboard d ON d.id = s.dashboard_id
      WHERE s.kind = 'public'
      """;

  /** See {@link PublicDashboard}. */
  record Row(
      ShareId id,
      String uid,
      DashboardId dashboardId,
      String dashboardUid,
      String tokenSealed,
      long createdBy,
      long updatedBy,
      Instant createdAt,
      Instant updatedAt,
      boolean enabled,
      boolean timeSelection,
      boolean annotations,
      boolean variableSelection,
      Audience audience) {}

  /** One of all, with its dashboard's name. */
  record ListedRow(
      String uid,
      String tokenSealed,
      String title,
      DashboardId dashboardId,
      String dashboardUid,
      boolean enabled) {}

  @SqlQuery(COLUMNS + "AND s.dashboard_id = :dashboard")
  Optional<Row> findByDashboard(DashboardId dashboard);

  @SqlQuery(COLUMNS + "AND s.uid = :uid")
  Optional<Row> findByUid(String uid);

  @SqlQuery(
      """
      SELECT s.uid, s.token_sealed, d.name AS title, s.dashboard_id, d.uid AS dashboard_uid, s.enabled
      FROM share s JOIN dashboard d ON d.id = s.dashboard_id
      WHERE s.kind = 'public'
      """)
  List<ListedRow> list();

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM share WHERE uid = :uid)")
  boolean uidExists(String uid);

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM share WHERE token_hash = :tokenHash)")
  boolean tokenExists(String tokenHash);

  /**
   * Returns whether it was inserted: not if the dashboard, the uid or the token has one already.
   */
  @SqlUpdate(
      """
      INSERT INTO share (kind, uid, dashboard_id, access, token_hash, token_sealed, enabled,
                         time_selection, annotations, variable_selection, audience,
                         created_at, created_by, updated_at, updated_by)
      VALUES ('public', :uid, :dashboard, 'view', :tokenHash, :tokenSealed, :enabled,
              :timeSelection, :annotations, :variableSelection, lower(:audience),
              :now, :by, :now, :by)
      ON CONFLICT DO NOTHING
      """)
  boolean insert(
      String uid,
      DashboardId dashboard,
      String tokenHash,
      String tokenSealed,
      boolean enabled,
      boolean timeSelection,
      boolean annotations,
      boolean variableSelection,
      Audience audience,
      Instant now,
      UserId by);

  @SqlUpdate(
      """
      UPDATE share
      SET enabled = :enabled, time_selection = :timeSelection, annotations = :annotations,
          variable_selection = :variableSelection, audience = lower(:audience),
          updated_at = :now, updated_by = :by
      WHERE id = :id
      """)
  void update(
      ShareId id,
      boolean enabled,
      boolean timeSelection,
      boolean annotations,
      boolean variableSelection,
      Audience audience,
      Instant now,
      UserId by);

  @SqlUpdate("DELETE FROM share WHERE id = :id")
  boolean delete(ShareId id);
}
