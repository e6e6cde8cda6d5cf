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

/** The {@code dashboard} table. */
@RegisterConstructorMapper(Dashboard.class)
interface DashboardStore {
  String COLUMNS =
      """
      SELECT d.id, d.uid, d.name, u.email AS owner, d.created_at, d.version, d.time_zone, d.time_from,
             d.time_to, d.tiles, d.filters, d.notes, d.variables
      FROM dashboard d JOIN app_user u ON u.id = d.owner_id
      """;

  @SqlQuery(COLUMNS + "ORDER BY d.id")
  List<Dashboard> list();

  /** Those that a link opens at this instant, whole or one visualization of them. */
  @SqlQuery(
      """
      SELECT DISTINCT dashboard_id FROM share
      WHERE enabled AND (expires_at IS NULL OR expires_at > :now)
      ORDER BY dashboard_id
      """)
  List<DashboardId> listShared(Instant now);

  @SqlQuery(COLUMNS + "WHERE d.id = :id")
  Optional<Dashboard> find(DashboardId id);

  @SqlUpdate(
      """
      INSERT INTO dashboard
        (uid, name, owner_id, created_at, version, time_zone, time_from, time_to, tiles, filters)
      VALUES (:uid, :name, :owner, :createdAt, 1, :timeZone, :timeFrom, :timeTo, '[]', '[]')
      """)
  @GetGeneratedKeys("id")
  DashboardId insert(
      String uid,
      String name,
      UserId owner,
      Instant createdAt,
      String timeZone,
      @Nullable String timeFrom,
      @Nullable String timeTo);

  @SqlUpdate(
      """
      UPDATE dashboard
      SET name = :name, time_zone = :timeZone, time_from = :timeFrom, time_to = :timeTo,
          tiles = :tiles, filters = :filters
      WHERE id = :id
      """)
  void update(
      DashboardId id,
      String name,
      String timeZone,
      @Nullable String timeFrom,
      @Nullable String timeTo,
      String tiles,
      String filters);

  /** The rows of its sources live elsewhere: they are listed to be dropped there. */
  @SqlUpdate(
      """
      INSERT INTO dropped_dataset (source_id)
      SELECT id FROM source WHERE dashboard_id = :id
      """)
  void dropDatasets(DashboardId id);

  @SqlUpdate("DELETE FROM dashboard WHERE id = :id")
  void delete(DashboardId id);
}
