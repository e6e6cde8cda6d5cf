package com.streamdata.dataset;

import com.streamdata.error.AppException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of an import on their way to the end of a table, those left out that are there. */
final class Addition {
  private final Table before;
  private final String importName;
  private final Table imported;
  private final @Nullable String key;
  private long added;

  Addition(Table before, String importName, Table imported, @Nullable String key) {
    this.before = before;
    this.importName = importName;
    this.imported = imported;
    this.key = key;
  }

  /** How many rows were added. */
  long added() {
    return added;
  }

  /** Writes into the open transaction of the connection. */
  Changed write(Connection connection, Instant now) throws SQLException {
    if (key != null && imported.dataset().rowCount() > 0 && !imported.has(key)) {
      throw new AppException(DatasetErrors.ROWS_REFUSED, "No row has the key column " + key + ".");
    }
    Table planned = before.withColumnsOf(imported);
    String table = Dataset.tableName(before.id());
    if (planned != before) {
      TableSql.alter(connection, table, before.slots(), planned.slots());
      CatalogSql.replaceSlots(connection, planned);
    }
    added = insert(connection, table, planned.nextRow(), planned.later(now));
    TableSql.drop(connection, importName);
    if (added == 0 && planned == before) {
      return Changed.NOTHING;
    }
    Table longer = planned.changed(added, now);
    Table kept = longer.surplus() > 0 ? Retention.trim(connection, longer) : longer;
    CatalogSql.updateFigures(connection, List.of(kept));
    return Changed.table(kept);
  }

  private long insert(Connection connection, String table, long firstRow, Instant arrived)
      throws SQLException {
    if (imported.slots().isEmpty()) {
      return 0;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql(table))) {
      insert.setLong(1, firstRow - 1);
      insert.setObject(2, arrived.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate();
    }
  }

  private String sql(String table) {
    String columns =
        imported.slots().stream()
            .map(slot -> TableSql.quote(slot.name()))
            .collect(Collectors.joining(", "));
    return """
    INSERT INTO %s (%s, %s, %s)
    SELECT ? + row_number() OVER (ORDER BY %s), ?, %s FROM (SELECT * FROM %s %s)
    """
        .formatted(
            table,
            Dataset.ROW,
            Dataset.ARRIVED,
            columns,
            Dataset.ROW,
            columns,
            importName,
            isNew(table));
  }

  /** Rows without a key count as one: the first of them stays. */
  private String isNew(String table) {
    if (key == null) {
      return "";
    }
    String name = TableSql.quote(key);
    String there =
        before.has(key)
            ? "WHERE NOT EXISTS (SELECT 1 FROM %s AS t WHERE t.%s IS NOT DISTINCT FROM %s.%s)"
                .formatted(table, name, importName, name)
            : "";
    return there
        + " QUALIFY row_number() OVER (PARTITION BY %s ORDER BY %s) = 1"
            .formatted(name, Dataset.ROW);
  }
}
