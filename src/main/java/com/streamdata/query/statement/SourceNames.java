package com.streamdata.query.statement;

import com.streamdata.access.DashboardId;
import com.streamdata.access.SourceId;
import com.streamdata.db.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Finds sources by what people call them, as statements do. */
final class SourceNames {
  private final Database database;
  private volatile Known known = new Known(-1, List.of());

  SourceNames(Database database) {
    this.database = database;
  }

  /** A source and where it belongs. */
  record Named(SourceId id, DashboardId dashboardId, String name) {}

  private record Known(long generation, List<Named> sources) {}

  /** What the {@code source} table says of names. */
  @RegisterConstructorMapper(Named.class)
  interface NameStore {
    @SqlQuery("SELECT id, dashboard_id, name FROM source ORDER BY id")
    List<Named> list();
  }

  Optional<Named> find(SourceId id) {
    return all().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /**
   * The source that a statement means by a name, whatever its case: the statement's own, else one
   * of the same dashboard, else the only one of that name.
   *
   * @return empty if there is none, or several that might be meant
   */
  Optional<Named> find(String name, SourceId own, DashboardId dashboard) {
    List<Named> matching =
        all().stream().filter(source -> source.name().equalsIgnoreCase(name)).toList();
    return only(matching.stream().filter(source -> source.id().equals(own)).toList())
        .or(() ->
            only(matching.stream().filter(each -> each.dashboardId().equals(dashboard)).toList()))
        .or(() -> only(matching));
  }

  private static Optional<Named> only(List<Named> sources) {
    return sources.size() == 1 ? Optional.of(sources.getFirst()) : Optional.empty();
  }

  /** Read again after anything was written. */
  private List<Named> all() {
    long generation = database.generation();
    Known now = known;
    if (now.generation() != generation) {
      now = new Known(generation, database.from(NameStore.class, NameStore::list));
      known = now;
    }
    return now.sources();
  }
}
