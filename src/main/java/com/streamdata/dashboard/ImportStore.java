package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code dashboard} table as Grafana's API sees it. */
@RegisterConstructorMapper(DashboardDetails.class)
@RegisterConstructorMapper(ImportStore.Found.class)
@RegisterConstructorMapper(FoundDashboard.class)
interface ImportStore {
  /** As much as saving over it takes. */
  record Found(DashboardId id, String uid, long version) {}

  @SqlQuery(
      """
      SELECT d.id, d.uid, d.name, d.folder_id, f.uid AS folder_uid, f.title AS folder_title,
             u.email AS created_by, d.created_at, c.email AS updated_by, d.updated_at,
             d.grafana_json, d.grafana_version, d.grafana_panels,
             EXISTS (SELECT 1 FROM share s
                     WHERE s.dashboard_id = d.id AND s.kind = 'public' AND s.enabled) AS is_public
      FROM dashboard d
      JOIN app_user u ON u.id = d.owner_id
      LEFT JOIN app_user c ON c.id = d.updated_by
      LEFT JOIN folder f ON f.id = d.folder_id
      WHERE d.id = :id
      """)
  Optional<DashboardDetails> findDetails(DashboardId id);

  @SqlQuery(
      """
      SELECT d.id, d.uid, d.name, d.folder_id, f.uid AS folder_uid, f.title AS folder_title,
             d.grafana_tags AS tags
      FROM dashboard d LEFT JOIN folder f ON f.id = d.folder_id
      ORDER BY d.name, d.id
      """)
  List<FoundDashboard> list();

  @SqlQuery("SELECT id, uid, version FROM dashboard WHERE id = :id")
  Optional<Found> find(DashboardId id);

  @SqlQuery("SELECT id, uid, version FROM dashboard WHERE uid = :uid")
  Optional<Found> find(String uid);

  @SqlUpdate(
      """
      INSERT INTO dashboard
        (uid, name, owner_id, created_at, updated_at, version, time_zone, tiles, filters)
      VALUES (:uid, '', :owner, :at, :at, 0, 'UTC', '[]', '[]')
      """)
  @GetGeneratedKeys("id")
  DashboardId insert(String uid, UserId owner, Instant at);

  @SqlUpdate(
      """
      UPDATE dashboard
      SET uid = :uid, name = :name, folder_id = :folder, time_zone = :timeZone,
          time_from = :timeFrom, time_to = :timeTo, tiles = :tiles, filters = :filters,
          notes = :notes, variables = :variables, grafana_json = :original,
          grafana_version = version + 1, grafana_tags = :tags,
          grafana_panels = :panels
      WHERE id = :id
      """)
  void update(
      DashboardId id,
      String uid,
      String name,
      @Nullable FolderId folder,
      String timeZone,
      @Nullable String timeFrom,
      @Nullable String timeTo,
      String tiles,
      String filters,
      String notes,
      String variables,
      String original,
      String tags,
      String panels);
}
