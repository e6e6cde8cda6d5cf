package com.streamdata.source;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code source} table, and what it takes to delete from it. */
@RegisterConstructorMapper(Source.class)
@RegisterConstructorMapper(SourceStore.Mention.class)
interface SourceStore {
  String COLUMNS =
      """
      SELECT id, dashboard_id, name, kind, columns, keep_rows, keep_days, settings, created_at
      FROM source
      """;

  /** JSON in which a source may be named. */
  record Mention(String what, String text) {}

  @SqlQuery(COLUMNS + "WHERE id = :id")
  Optional<Source> find(SourceId id);

  @SqlQuery(COLUMNS + "ORDER BY id")
  List<Source> list();

  @SqlQuery(COLUMNS + "WHERE dashboard_id = :dashboardId ORDER BY id")
  List<Source> list(DashboardId dashboardId);

  @SqlQuery(COLUMNS + "WHERE kind = :kind ORDER BY id")
  List<Source> list(String kind);

  @SqlUpdate(
      """
      INSERT INTO source
        (dashboard_id, name, kind, columns, keep_rows, keep_days, settings, created_at)
      VALUES (:dashboardId, :name, :kind, :columns, :keepRows, :keepDays, :settings, :createdAt)
      """)
  @GetGeneratedKeys("id")
  SourceId insert(
      DashboardId dashboardId,
      String name,
      String kind,
      String columns,
      @Nullable Long keepRows,
      @Nullable Integer keepDays,
      @Nullable String settings,
      Instant createdAt);

  @SqlUpdate(
      """
      UPDATE source SET name = :name, keep_rows = :keepRows, keep_days = :keepDays,
        settings = :settings
      WHERE id = :id
      """)
  boolean update(
      SourceId id,
      String name,
      @Nullable Long keepRows,
      @Nullable Integer keepDays,
      @Nullable String settings);

  @SqlUpdate("DELETE FROM source WHERE id = :id")
  boolean delete(SourceId id);

  /** Everything of a dashboard that may name one of its sources. */
  @SqlQuery(
      """
      SELECT 'visualization ' || id || ' (' || title || ')' AS what, query AS text
      FROM visualization WHERE dashboard_id = :dashboardId
      UNION ALL
      SELECT 'the tiles' AS what, tiles AS text FROM dashboard WHERE id = :dashboardId
      """)
  List<Mention> mentions(DashboardId dashboardId);

  @SqlUpdate("INSERT INTO dropped_dataset (source_id) VALUES (:id)")
  void addDropped(SourceId id);

  @SqlQuery("SELECT source_id FROM dropped_dataset ORDER BY source_id")
  List<SourceId> listDropped();

  @SqlUpdate("DELETE FROM dropped_dataset WHERE source_id = :id")
  boolean deleteDropped(SourceId id);
}
