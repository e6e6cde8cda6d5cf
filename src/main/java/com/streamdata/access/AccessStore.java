package com.streamdata.access;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Who owns which dashboard, and where it lies. */
@RegisterConstructorMapper(DashboardRef.class)
interface AccessStore {
  String COLUMNS =
      """
      SELECT d.id, d.uid, d.owner_id, f.uid AS folder_uid
      FROM dashboard d LEFT JOIN folder f ON f.id = d.folder_id
      """;

  @SqlQuery(COLUMNS + "WHERE d.id = :id")
  Optional<DashboardRef> find(DashboardId id);

  @SqlQuery(COLUMNS + "WHERE d.uid = :uid")
  Optional<DashboardRef> findByUid(String uid);

  @SqlQuery(COLUMNS + "ORDER BY d.id")
  List<DashboardRef> list();
}
