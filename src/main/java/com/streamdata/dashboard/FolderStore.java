package com.streamdata.dashboard;

import com.streamdata.access.DashboardId;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code folder} table, and which dashboards are in one. */
@RegisterConstructorMapper(Folder.class)
interface FolderStore {
  String COLUMNS =
      """
      SELECT f.id, f.uid, f.title, u.email AS created_by, f.created_at, f.updated_at, f.version
      FROM folder f JOIN app_user u ON u.id = f.created_by
      """;

  @SqlQuery(COLUMNS + "ORDER BY f.title, f.id")
  List<Folder> list();

  @SqlQuery(COLUMNS + "WHERE f.uid = :uid")
  Optional<Folder> find(String uid);

  @SqlQuery(COLUMNS + "WHERE f.id = :id")
  Optional<Folder> find(FolderId id);

  /** Returns whether it was inserted: not if another one has this uid. */
  @SqlUpdate(
      """
      INSERT INTO folder (uid, title, created_by, created_at, updated_at, version)
      VALUES (:uid, :title, :createdBy, :at, :at, 1)
      ON CONFLICT DO NOTHING
      """)
  boolean insert(String uid, String title, UserId createdBy, Instant at);

  @SqlUpdate(
      """
      UPDATE folder SET title = :title, updated_at = :at, version = version + 1 WHERE id = :id
      """)
  void update(FolderId id, String title, Instant at);

  @SqlUpdate("DELETE FROM folder WHERE id = :id")
  void delete(FolderId id);

  @SqlQuery("SELECT id FROM dashboard WHERE folder_id = :id ORDER BY id")
  List<DashboardId> dashboardsIn(FolderId id);
}
