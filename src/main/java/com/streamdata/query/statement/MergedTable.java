package com.streamdata.query.statement;

import com.streamdata.dataset.ColumnType;
import com.streamdata.query.ask.Format;
import com.streamdata.query.table.ColumnRole;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one table of those of several statements, for a page: time first, then what names the
 * series, then numbers. A table that is no time series stays as it is.
 */
final class MergedTable {
  /** The column that tells several statements apart. */
  private static final String REF = "query";

  private final List<Outcome.Got> parts;
  private final Map<String, Part> columns = new LinkedHashMap<>();

  /** A column to be, with what each statement calls it by its place. */
  private record Part(String name, ColumnType type, Map<Integer, TableColumn> sources) {}

  private MergedTable(List<Outcome.Got> parts) {
    this.parts = parts;
  }

  /**
   * @param parts at least one
   */
  static Table of(List<Outcome.Got> parts) {
    Outcome.Got first = parts.getFirst();
    if (first.statement().format() == Format.TABLE) {
      return finite(first.answer().table());
    }
    List<Outcome.Got> series =
        parts.stream().filter(part -> part.statement().format() == Format.TIME_SERIES).toList();
    return new MergedTable(series).merge();
  }

  private Table merge() {
    for (ColumnRole role : ColumnRole.values()) {
      for (int i = 0; i < parts.size(); i++) {
        collect(role, i);
      }
    }
    List<TableColumn> merged = new ArrayList<>();
    columns.values().forEach(part -> merged.add(column(part)));
    if (parts.size() > 1) {
      merged.add(Math.min(1, merged.size()), refs());
    }
    boolean truncated = parts.stream().anyMatch(part -> part.answer().table().truncated());
    return new Table(merged, rowCount(), truncated);
  }

  private void collect(ColumnRole role, int index) {
    for (TableColumn column : parts.get(index).answer().table().columns()) {
      if (ColumnRole.of(column.type()) == role) {
        String key = role == ColumnRole.TIME ? "" : role + column.name();
        Part part =
            columns.computeIfAbsent(
                key, _ -> new Part(column.name(), column.type(), new HashMap<>()));
        part.sources().putIfAbsent(index, column);
      }
    }
  }

  private TableColumn column(Part part) {
    List<@Nullable Object> values = new ArrayList<>(rowCount());
    ColumnType type = part.type();
    for (int i = 0; i < parts.size(); i++) {
      TableColumn source = part.sources().get(i);
      int rows = parts.get(i).answer().table().rowCount();
      if (source == null) {
        values.addAll(Collections.nCopies(rows, null));
      } else {
        source.values().forEach(value -> values.add(finite(value)));
        type = source.type() == ColumnType.NUMBER ? ColumnType.NUMBER : type;
      }
    }
    return new TableColumn(part.name(), type, Collections.unmodifiableList(values));
  }

  private TableColumn refs() {
    List<@Nullable Object> refs = new ArrayList<>(rowCount());
    for (Outcome.Got part : parts) {
      refs.addAll(Collections.nCopies(part.answer().table().rowCount(), part.statement().ref()));
    }
    return new TableColumn(REF, ColumnType.TEXT, Collections.unmodifiableList(refs));
  }

  private int rowCount() {
    return parts.stream().mapToInt(part -> part.answer().table().rowCount()).sum();
  }

  private static Table finite(Table table) {
    List<TableColumn> columns = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      List<@Nullable Object> values = new ArrayList<>(table.rowCount());
      column.values().forEach(value -> values.add(finite(value)));
      columns.add(
          new TableColumn(column.name(), column.type(), Collections.unmodifiableList(values)));
    }
    return new Table(columns, table.rowCount(), table.truncated());
  }

  private static @Nullable Object finite(@Nullable Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }
}
