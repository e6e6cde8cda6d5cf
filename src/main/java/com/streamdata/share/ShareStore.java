package com.streamdata.share;

import com.streamdata.access.DashboardId;
import com.streamdata.access.Right;
import com.streamdata.access.ShareId;
import com.streamdata.access.UserId;
import com.streamdata.access.VisualizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code share} table. */
@RegisterConstructorMapper(Share.class)
@RegisterConstructorMapper(ShareStore.Named.class)
@RegisterConstructorMapper(ShareStore.VisualizationRef.class)
interface ShareStore {
  String COLUMNS =
      """
      SELECT s.id, s.dashboard_id, s.visualization_id, s.access, s.token_sealed, s.password_hash,
             s.enabled, s.expires_at, s.created_at, u.email AS created_by, s.last_used_at, s.kind,
             s.audience, s.time_selection, s.annotations, s.variable_selection, s.embed
      FROM share s JOIN app_user u ON u.id = s.created_by
      """;

  String NAMED =
      """
      SELECT s.id, s.dashboard_id, s.visualization_id, s.access, s.token_sealed, s.password_hash,
             s.enabled, s.expires_at, s.created_at, u.email AS created_by, s.last_used_at, s.kind,
             s.audience, s.time_selection, s.annotations, s.variable_selection, s.embed,
             d.name AS dashboard_name, v.title AS visualization_title
      FROM share s JOIN app_user u ON u.id = s.created_by JOIN dashboard d ON d.id = s.dashboard_id
      LEFT JOIN visualization v ON v.id = s.visualization_id
      """;

  /** A visualization as far as sharing it goes. */
  record VisualizationRef(VisualizationId id, DashboardId dashboardId, String title) {}

  /** With what its dashboard and its visualization, if it shows only one, are called. */
  record Named(@Nested Share share, String dashboardName, @Nullable String visualizationTitle) {}

  @SqlQuery(COLUMNS + "WHERE s.token_hash = :tokenHash")
  Optional<Share> findByTokenHash(String tokenHash);

  @SqlQuery(COLUMNS + "WHERE s.id = :id")
  Optional<Share> find(ShareId id);

  @SqlQuery(NAMED + "WHERE s.id = :id")
  Optional<Named> findNamed(ShareId id);

  @SqlQuery(NAMED + "WHERE s.dashboard_id = :dashboard ORDER BY s.id")
  List<Named> listNamed(DashboardId dashboard);

  @SqlQuery(NAMED + "ORDER BY s.id DESC")
  List<Named> listNamed();

  @SqlQuery("SELECT id, dashboard_id, title FROM visualization WHERE id = :id")
  Optional<VisualizationRef> findVisualization(VisualizationId id);

  @SqlQuery("SELECT name FROM dashboard WHERE id = :id")
  String dashboardName(DashboardId id);

  @SqlUpdate(
      """
      INSERT INTO share (dashboard_id, visualization_id, access, token_hash, token_sealed,
                         password_hash, enabled, expires_at, created_at, created_by)
      VALUES (:dashboard, :visualization, lower(:access), :tokenHash, :tokenSealed,
              :passwordHash, true, :expiresAt, :createdAt, :createdBy)
      """)
  @GetGeneratedKeys("id")
  ShareId insert(
      DashboardId dashboard,
      @Nullable VisualizationId visualization,
      Right access,
      String tokenHash,
      String tokenSealed,
      @Nullable String passwordHash,
      @Nullable Instant expiresAt,
      Instant createdAt,
      UserId createdBy);

  @SqlUpdate(
      """
      UPDATE share
      SET access = lower(:access), password_hash = :passwordHash, enabled = :enabled,
          expires_at = :expiresAt
      WHERE id = :id
      """)
  void update(
      ShareId id,
      Right access,
      @Nullable String passwordHash,
      boolean enabled,
      @Nullable Instant expiresAt);

  @SqlUpdate(
      """
      UPDATE share
      SET time_selection = :timeSelection, annotations = :annotations,
          variable_selection = :variableSelection, embed = :embed
      WHERE id = :id
      """)
  void updatePolicy(
      ShareId id,
      boolean timeSelection,
      boolean annotations,
      boolean variableSelection,
      boolean embed);

  /** The link that there was is worth nothing any more. */
  @SqlUpdate("UPDATE share SET token_hash = :tokenHash, token_sealed = :tokenSealed WHERE id = :id")
  void rotate(ShareId id, String tokenHash, String tokenSealed);

  @SqlUpdate("UPDATE share SET last_used_at = :at WHERE id = :id")
  void used(ShareId id, Instant at);

  @SqlUpdate("DELETE FROM share WHERE id = :id")
  void delete(ShareId id);
}
