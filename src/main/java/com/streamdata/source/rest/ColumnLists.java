package com.streamdata.source.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table given column by column: {@code {"time": […], "temperature": […]}}.
 *
 * @param columns lists of the same length
 */
record ColumnLists(Map<String, List<?>> columns, int rows) {

  /** The object as a table; empty when it is a row. */
  static Optional<ColumnLists> of(Map<?, ?> object) {
    Map<String, List<?>> columns = new LinkedHashMap<>();
    object.forEach((name, value) -> {
      if (value instanceof List<?> list && list.stream().noneMatch(ColumnLists::isNested)) {
        columns.put(name.toString(), list);
      }
    });
    List<Integer> lengths = columns.values().stream().map(List::size).distinct().toList();
    return columns.size() == object.size() && columns.size() > 1 && lengths.size() == 1
        ? Optional.of(new ColumnLists(columns, lengths.getFirst()))
        : Optional.empty();
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof List || value instanceof Map;
  }

  Map<String, @Nullable Object> row(int at) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    columns.forEach((name, values) -> row.put(name, values.get(at)));
    return row;
  }
}
