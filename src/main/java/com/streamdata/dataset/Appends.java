package com.streamdata.dataset;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * A group of appends that becomes one transaction. What does not fit fails alone, before anything
 * is written.
 */
final class Appends {
  private static final int TOLERATED_SURPLUS = 10;

  private final Map<SourceId, Table> planned = new LinkedHashMap<>();
  private final Map<SourceId, List<Request.Append>> accepted = new LinkedHashMap<>();

  Appends(List<Request.Append> group, Map<SourceId, Table> tables) {
    group.forEach(append -> plan(append, tables));
  }

  private void plan(Request.Append append, Map<SourceId, Table> tables) {
    try {
      Table table = planned.getOrDefault(append.id(), tables.get(append.id()));
      if (table == null) {
        throw new AppException(DatasetErrors.NOT_FOUND, "There is no source " + append.id() + ".");
      }
      planned.put(append.id(), plan(append, table));
      accepted.computeIfAbsent(append.id(), _ -> new ArrayList<>()).add(append);
    } catch (AppException e) {
      append.done().completeExceptionally(e);
    }
  }

  private static Table plan(Request.Append append, Table table) {
    Request.Reading reading = append.reading();
    Table moved = reading == null ? table : table.movedOn(reading.from(), reading.to());
    return moved.withColumnsOf(append.batch());
  }

  List<Request.Append> accepted() {
    return accepted.values().stream().flatMap(List::stream).toList();
  }

  /** Writes everything into the open transaction of the connection. */
  Changed write(DuckDBConnection connection, Map<SourceId, Table> tables, Instant now)
      throws SQLException {
    List<Table> changed = new ArrayList<>();
    for (var entry : accepted.entrySet()) {
      Table before = tables.get(entry.getKey());
      Table planned = this.planned.get(entry.getKey());
      if (before != null && planned != null) {
        changed.add(write(connection, before, planned, entry.getValue(), now));
      }
    }
    if (!changed.isEmpty()) {
      CatalogSql.updateFigures(connection, changed);
    }
    return new Changed(changed, List.of());
  }

  private static Table write(
      DuckDBConnection connection,
      Table before,
      Table planned,
      List<Request.Append> appends,
      Instant now)
      throws SQLException {
    String name = Dataset.tableName(before.id());
    if (!planned.slots().equals(before.slots())) {
      TableSql.alter(connection, name, before.slots(), planned.slots());
      CatalogSql.replaceSlots(connection, planned);
    }
    if (!planned.positions().equals(before.positions())) {
      CatalogSql.replacePositions(connection, planned);
    }
    List<Batch> batches = appends.stream().map(Request.Append::batch).toList();
    TableSql.append(connection, name, planned, batches, planned.later(now));
    long added = batches.stream().mapToLong(Batch::rowCount).sum();
    return added == 0 ? planned : trim(connection, planned.changed(added, now));
  }

  /**
   * Deleting costs as much as a small commit, so a small surplus waits for the writer's next
   * tidying.
   */
  private static Table trim(DuckDBConnection connection, Table table) throws SQLException {
    Long rows = table.keep().rows();
    if (rows == null || table.surplus() <= rows / TOLERATED_SURPLUS) {
      return table;
    }
    return Retention.trim(connection, table);
  }
}
