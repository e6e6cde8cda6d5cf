package com.streamdata.access;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Who owns which dashboard. */
@RegisterConstructorMapper(DashboardRef.class)
interface AccessStore {
  @SqlQuery("SELECT id, uid, owner_id FROM dashboard WHERE id = :id")
  Optional<DashboardRef> find(DashboardId id);

  @SqlQuery("SELECT id, uid, owner_id FROM dashboard ORDER BY id")
  List<DashboardRef> list();
}
