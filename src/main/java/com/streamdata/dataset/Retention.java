package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Removes what {@link Keep} no longer wants. DuckDB gives the space to later rows at its next
 * checkpoint.
 */
final class Retention {
  private Retention() {}

  /**
   * Removes the surplus of one table; its version stays, since it grows with the rows that made the
   * surplus.
   */
  static Table trim(Connection connection, Table table) throws SQLException {
    long firstKept = table.firstRow() + table.surplus();
    long removed = TableSql.deleteBefore(connection, Dataset.tableName(table.id()), firstKept);
    return table.without(removed);
  }

  /** Removes everything that is due in any table. */
  static Changed tidy(Connection connection, Collection<Table> tables, Instant now)
      throws SQLException {
    List<Table> changed = new ArrayList<>();
    for (Table table : tables) {
      Table tidied = tidy(connection, table, now);
      if (tidied != table) {
        changed.add(tidied.changed(0, now));
      }
    }
    if (!changed.isEmpty()) {
      CatalogSql.updateFigures(connection, changed);
    }
    return new Changed(changed, List.<SourceId>of());
  }

  private static Table tidy(Connection connection, Table table, Instant now) throws SQLException {
    Table tidied = table.surplus() > 0 ? trim(connection, table) : table;
    Integer days = table.keep().days();
    if (days == null) {
      return tidied;
    }
    Instant oldestKept = now.minus(Duration.ofDays(days));
    String name = Dataset.tableName(table.id());
    long removed = TableSql.deleteArrivedBefore(connection, name, oldestKept);
    return removed == 0 ? tidied : tidied.without(removed);
  }
}
