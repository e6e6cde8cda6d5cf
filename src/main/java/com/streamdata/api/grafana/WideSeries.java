package com.streamdata.api.grafana;

import com.streamdata.query.table.ColumnRole;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of time, texts and numbers into a row for each time and a column for each combination
 * of texts, which become its labels.
 */
final class WideSeries {
  private static final int MOST = 1_000;

  private final Table table;
  private final TableColumn time;
  private final List<TableColumn> labels;
  private final List<TableColumn> numbers;

  private WideSeries(Table table) {
    this.table = table;
    this.time = with(ColumnRole.TIME).getFirst();
    this.labels = with(ColumnRole.LABEL);
    this.numbers = with(ColumnRole.VALUE);
  }

  /** Sorted by time; rows without a time are left out. */
  static List<FrameColumn> of(Table table) {
    return new WideSeries(table).columns();
  }

  private List<TableColumn> with(ColumnRole role) {
    return table.columns().stream().filter(column -> ColumnRole.of(column.type()) == role).toList();
  }

  private List<FrameColumn> columns() {
    List<Integer> rows =
        IntStream.range(0, table.rowCount())
            .boxed()
            .filter(row -> time.values().get(row) != null)
            .sorted(Comparator.comparing(this::instant))
            .toList();
    return labels.isEmpty() ? plain(rows) : wide(rows);
  }

  private Instant instant(int row) {
    return switch (time.values().get(row)) {
      case Instant instant -> instant;
      case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      case null, default -> Instant.EPOCH;
    };
  }

  private List<FrameColumn> plain(List<Integer> rows) {
    List<FrameColumn> columns = new ArrayList<>();
    columns.add(picked(time, rows));
    numbers.forEach(number -> columns.add(picked(number, rows)));
    return columns;
  }

  private static FrameColumn picked(TableColumn column, List<Integer> rows) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(column.values().get(row)));
    return new FrameColumn(
        column.name(), column.type(), null, Collections.unmodifiableList(values));
  }

  private List<FrameColumn> wide(List<Integer> rows) {
    SortedMap<Instant, Integer> places = new TreeMap<>();
    rows.forEach(row -> places.putIfAbsent(instant(row), places.size()));
    Map<Map<String, String>, List<Integer>> series = new LinkedHashMap<>();
    for (int row : rows) {
      Map<String, String> name = labels(row);
      if (series.containsKey(name) || series.size() < MOST) {
        series.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
      }
    }
    List<FrameColumn> columns = new ArrayList<>();
    columns.add(new FrameColumn(time.name(), time.type(), null, List.copyOf(places.keySet())));
    for (TableColumn number : numbers) {
      series.forEach((name, own) -> columns.add(spread(number, name, own, places)));
    }
    return columns;
  }

  private Map<String, String> labels(int row) {
    Map<String, String> values = new TreeMap<>();
    for (TableColumn label : labels) {
      Object value = label.values().get(row);
      values.put(label.name(), value == null ? "" : value.toString());
    }
    return values;
  }

  private FrameColumn spread(
      TableColumn number,
      Map<String, String> name,
      List<Integer> rows,
      SortedMap<Instant, Integer> places) {
    Map<Integer, Object> found = new HashMap<>();
    for (int row : rows) {
      Object value = number.values().get(row);
      if (value != null) {
        found.put(places.getOrDefault(instant(row), 0), value);
      }
    }
    List<@Nullable Object> values = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      values.add(found.get(i));
    }
    return new FrameColumn(
        number.name(), number.type(), name, Collections.unmodifiableList(values));
  }
}
