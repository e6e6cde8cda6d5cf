package com.streamdata.visualization;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.access.VisualizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code visualization} table, and what its dashboard and sources have to do with it. */
@RegisterConstructorMapper(StoredVisualization.class)
@RegisterConstructorMapper(Frame.class)
interface VisualizationStore {
  String COLUMNS =
      """
      SELECT v.id, v.dashboard_id, d.name AS dashboard_name, u.email AS owner, v.type, v.title, v.query,
             v.options, v.panel_id, v.place, v.version, v.created_at
      FROM visualization v
      JOIN dashboard d ON d.id = v.dashboard_id
      JOIN app_user u ON u.id = d.owner_id
      """;

  @SqlQuery(COLUMNS + "ORDER BY v.id")
  List<StoredVisualization> list();

  @SqlQuery(COLUMNS + "WHERE v.dashboard_id = :dashboardId ORDER BY v.id")
  List<StoredVisualization> listOf(DashboardId dashboardId);

  @SqlQuery(COLUMNS + "WHERE v.id = :id")
  Optional<StoredVisualization> find(VisualizationId id);

  @SqlUpdate(
      """
      INSERT INTO visualization
        (dashboard_id, panel_id, type, title, query, options, place, version, created_at)
      VALUES (:dashboardId,
              :panelId, :type, :title, :query, :options, :place, 1, :createdAt)
      """)
  @GetGeneratedKeys("id")
  VisualizationId insert(
      DashboardId dashboardId,
      String type,
      String title,
      String query,
      String options,
      long panelId,
      @Nullable String place,
      Instant createdAt);

  @SqlQuery("SELECT panel_id FROM visualization WHERE dashboard_id = :dashboardId")
  Set<Long> panelIds(DashboardId dashboardId);

  @SqlQuery("SELECT tiles FROM dashboard WHERE id = :id")
  String tiles(DashboardId id);

  @SqlQuery("SELECT notes FROM dashboard WHERE id = :id")
  String notes(DashboardId id);

  @SqlUpdate(
      """
      UPDATE visualization
      SET type = :type, title = :title, query = :query, options = :options, place = :place,
          version = version + 1
      WHERE id = :id
      """)
  void update(
      VisualizationId id,
      String type,
      String title,
      String query,
      String options,
      @Nullable String place);

  @SqlUpdate("DELETE FROM visualization WHERE id = :id")
  void delete(VisualizationId id);

  @SqlQuery("SELECT dashboard_id FROM source WHERE id = :id")
  Optional<DashboardId> dashboardOf(SourceId id);

  @SqlQuery(
      "SELECT time_zone, time_from, time_to, filters, variables FROM dashboard WHERE id = :id")
  Optional<Frame> findFrame(DashboardId id);
}
