package com.streamdata.api.grafana;

import com.streamdata.query.ask.Format;
import com.streamdata.query.table.ColumnRole;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes frames of tables (observed behaviour, 3.2). */
final class Frames {
  private Frames() {}

  /** The one frame of a table; a time series has a column for each of its series. */
  static DataFrame of(String ref, Format format, Table table) {
    List<FrameColumn> columns =
        format == Format.TIME_SERIES && hasTime(table)
            ? WideSeries.of(table)
            : table.columns().stream().map(FrameColumn::of).toList();
    DataFrame.Meta meta =
        table.truncated() ? DataFrame.Meta.cut(table.rowCount()) : DataFrame.Meta.PLAIN;
    return new DataFrame(
        new DataFrame.Schema(null, ref, meta, columns.stream().map(FrameColumn::field).toList()),
        data(columns));
  }

  private static boolean hasTime(Table table) {
    return table.columns().stream()
        .map(TableColumn::type)
        .map(ColumnRole::of)
        .anyMatch(ColumnRole.TIME::equals);
  }

  private static DataFrame.Data data(List<FrameColumn> columns) {
    List<DataFrame.@Nullable Entities> entities = new ArrayList<>();
    List<@Nullable List<Long>> nanos = new ArrayList<>();
    for (FrameColumn column : columns) {
      entities.add(column.entities());
      nanos.add(column.nanos());
    }
    return new DataFrame.Data(
        columns.stream().map(FrameColumn::written).toList(),
        entities.stream().anyMatch(Objects::nonNull) ? entities : null,
        nanos.stream().anyMatch(Objects::nonNull) ? nanos : null);
  }
}
