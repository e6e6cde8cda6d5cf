package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.access.VisualizationId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The {@code dashboard_change} table, read. */
@RegisterConstructorMapper(HistoryStore.Row.class)
interface HistoryStore {

  /** A change with the names of whoever made it, as far as they are still known. */
  record Row(
      String id,
      Instant at,
      @Nullable String email,
      @Nullable String keyName,
      boolean byLink,
      String what,
      String detail,
      @Nullable VisualizationId visualizationId,
      @Nullable String was) {}

  /** The newest first. */
  @SqlQuery(
      """
      SELECT c.id, c.at, coalesce(u.email, ku.email) AS email, k.name AS key_name,
             c.share_id IS NOT NULL AS by_link, c.what, c.detail, c.visualization_id, c.was
      FROM dashboard_change c
      LEFT JOIN app_user u ON u.id = c.user_id
      LEFT JOIN api_key k ON k.id = c.key_id
      LEFT JOIN app_user ku ON ku.id = k.user_id
      WHERE c.dashboard_id = :dashboard
      ORDER BY c.id DESC
      LIMIT :most
      """)
  List<Row> listOf(DashboardId dashboard, int most);
}
