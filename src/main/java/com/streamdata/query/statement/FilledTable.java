package com.streamdata.query.statement;

import com.streamdata.dataset.ColumnType;
import com.streamdata.query.statement.macro.Fill;
import com.streamdata.query.table.Limits;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import com.streamdata.query.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a row wherever a series has none, as {@code $__timeGroup} with a third argument asks for.
 */
final class FilledTable {
  private final Table table;
  private final Fill fill;
  private final int time;
  private final List<Integer> labels;

  private FilledTable(Table table, Fill fill, int time) {
    this.table = table;
    this.fill = fill;
    this.time = time;
    this.labels =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).type() == ColumnType.TEXT)
            .boxed()
            .toList();
  }

  /**
   * The same table, sorted by time, with a row for each step from the beginning of the range to its
   * end; unchanged if there would be too many, or no column says when.
   */
  static Table of(Table table, Fill fill, Interval range) {
    Optional<Integer> time =
        IntStream.range(0, table.columns().size())
            .boxed()
            .filter(i -> table.columns().get(i).type() == ColumnType.TIMESTAMP)
            .findFirst();
    return time.isEmpty() ? table : new FilledTable(table, fill, time.get()).fill(range);
  }

  private Table fill(Interval range) {
    Map<List<@Nullable Object>, NavigableMap<Instant, @Nullable Object[]>> series = new HashMap<>();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      @Nullable Object[] row = row(i);
      rows.add(row);
      if (row[time] instanceof Instant at) {
        series.computeIfAbsent(labelsOf(row), _ -> new TreeMap<>()).put(at, row);
      }
    }
    for (NavigableMap<Instant, @Nullable Object[]> present : series.values()) {
      if (!addMissing(present, range, rows)) {
        return table;
      }
    }
    rows.sort(
        Comparator.comparing(
            row -> row[time] instanceof Instant at ? at : null,
            Comparator.nullsLast(Comparator.naturalOrder())));
    return tableOf(rows);
  }

  /** Returns whether there was room for all. */
  private boolean addMissing(
      NavigableMap<Instant, @Nullable Object[]> present,
      Interval range,
      List<@Nullable Object[]> rows) {
    Instant first = range.from() == null ? present.firstKey() : floor(range.from());
    Instant last = range.to() == null ? present.lastKey() : range.to().minusNanos(1);
    @Nullable Object[] before = null;
    for (Instant at = first; !at.isAfter(last); at = at.plus(fill.step())) {
      @Nullable Object[] found = present.get(at);
      if (found != null) {
        before = found;
        continue;
      }
      rows.add(missing(at, present.firstEntry().getValue(), before));
      if (rows.size() > Limits.STATEMENT_ROWS) {
        return false;
      }
    }
    return true;
  }

  private Instant floor(Instant instant) {
    long step = Math.max(1, fill.step().toMillis());
    return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), step) * step);
  }

  private @Nullable Object[] missing(
      Instant at, @Nullable Object[] sample, @Nullable Object @Nullable [] before) {
    @Nullable Object[] row = new Object[sample.length];
    for (int i = 0; i < row.length; i++) {
      if (labels.contains(i)) {
        row[i] = sample[i];
      } else if (table.columns().get(i).type() == ColumnType.NUMBER
          || table.columns().get(i).type() == ColumnType.INTEGER) {
        row[i] = fill.previous() ? before == null ? null : before[i] : fill.value();
      }
    }
    row[time] = at;
    return row;
  }

  private List<@Nullable Object> labelsOf(@Nullable Object[] row) {
    List<@Nullable Object> values = new ArrayList<>();
    labels.forEach(label -> values.add(row[label]));
    return values;
  }

  private @Nullable Object[] row(int index) {
    @Nullable Object[] row = new Object[table.columns().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = table.columns().get(i).values().get(index);
    }
    return row;
  }

  private Table tableOf(List<@Nullable Object[]> rows) {
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      List<@Nullable Object> values = new ArrayList<>(rows.size());
      for (@Nullable Object[] row : rows) {
        values.add(row[i]);
      }
      TableColumn column = table.columns().get(i);
      columns.add(
          new TableColumn(column.name(), column.type(), Collections.unmodifiableList(values)));
    }
    return new Table(columns, rows.size(), table.truncated());
  }
}
