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

/** The {@code annotation} table. */
@RegisterConstructorMapper(Annotation.class)
interface AnnotationStore {
  String COLUMNS =
      """
      SELECT a.id, a.dashboard_id, d.uid AS dashboard_uid, a.panel_id, a.user_id,
             coalesce(u.name, '') AS user_name, coalesce(u.email, '') AS user_email, a.time, a.time_end,
             a.text, a.tags, a.created_at, a.updated_at
      FROM annotation a
      JOIN dashboard d ON d.id = a.dashboard_id
      LEFT JOIN app_user u ON u.id = a.user_id
      """;

  /** Those of a dashboard that touch a stretch of time, the newest first. */
  @SqlQuery(
      COLUMNS
          + """
          WHERE a.dashboard_id = :dashboardId AND a.time <= :to AND a.time_end >= :from
          ORDER BY a.time DESC, a.id DESC
          """)
  List<Annotation> list(DashboardId dashboardId, long from, long to);

  @SqlQuery(COLUMNS + "WHERE a.id = :id")
  Optional<Annotation> find(long id);

  @SqlQuery("SELECT count(*) FROM annotation WHERE dashboard_id = :dashboardId")
  long count(DashboardId dashboardId);

  @SqlUpdate(
      """
      INSERT INTO annotation (dashboard_id, panel_id, user_id, time, time_end, text, tags, created_at,
                              updated_at)
      VALUES (:dashboardId, :panelId, :userId, :time, :timeEnd, :text, :tags, :at, :at)
      """)
  @GetGeneratedKeys("id")
  long insert(
      DashboardId dashboardId,
      long panelId,
      UserId userId,
      long time,
      long timeEnd,
      String text,
      String tags,
      Instant at);

  @SqlUpdate(
      """
      UPDATE annotation
      SET time = :time, time_end = :timeEnd, text = :text, tags = :tags, updated_at = :at
      WHERE id = :id
      """)
  void update(long id, long time, long timeEnd, String text, String tags, Instant at);

  @SqlUpdate("DELETE FROM annotation WHERE id = :id")
  void delete(long id);
}
