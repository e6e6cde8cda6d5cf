package com.streamdata.query.statement;

import com.streamdata.dataset.ColumnType;
import com.streamdata.query.table.ColumnRole;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grafana takes a number called {@code time} for the time of a series: seconds since 1970, or where
 * that would be too far away, milli-, micro- or nanoseconds.
 */
final class EpochColumn {
  /** A number of seconds beyond the year 5138 is none. */
  private static final double MOST_SECONDS = 1e11;

  /** No other time is told of the years before it. */
  private static final double YEAR_ONE = -62_135_596_800.0;

  private EpochColumn() {}

  /** The same table, if it has a time already or no such column. */
  static Table asTime(Table table) {
    boolean hasTime =
        table.columns().stream()
            .anyMatch(column -> ColumnRole.of(column.type()) == ColumnRole.TIME);
    if (hasTime || table.columns().stream().noneMatch(EpochColumn::isEpoch)) {
      return table;
    }
    return new Table(
        table.columns().stream().map(column -> isEpoch(column) ? time(column) : column).toList(),
        table.rowCount(),
        table.truncated());
  }

  private static boolean isEpoch(TableColumn column) {
    return (column.name().equalsIgnoreCase("time") || column.name().equalsIgnoreCase("time_sec"))
        && (column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER);
  }

  private static TableColumn time(TableColumn column) {
    List<@Nullable Object> values = new ArrayList<>(column.values().size());
    for (Object value : column.values()) {
      values.add(value instanceof Number number ? instant(number) : null);
    }
    return new TableColumn(
        column.name(), ColumnType.TIMESTAMP, Collections.unmodifiableList(values));
  }

  private static @Nullable Instant instant(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      return null;
    }
    BigDecimal seconds = new BigDecimal(number.toString());
    while (seconds.abs().doubleValue() > MOST_SECONDS) {
      seconds = seconds.divide(BigDecimal.valueOf(1_000), MathContext.DECIMAL128);
    }
    if (seconds.doubleValue() < YEAR_ONE) {
      return null;
    }
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
    return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue());
  }
}
