package com.streamdata.api.grafana;

import com.streamdata.dataset.ColumnType;
import com.streamdata.query.table.TableColumn;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column on its way into a frame.
 *
 * @param labels null for none
 */
record FrameColumn(
    String name,
    ColumnType type,
    @Nullable Map<String, String> labels,
    List<@Nullable Object> values) {
  private static final long MILLION = 1_000_000;

  static FrameColumn of(TableColumn column) {
    return new FrameColumn(column.name(), column.type(), null, column.values());
  }

  DataFrame.Field field() {
    boolean holes = !isTime() || values.stream().anyMatch(Objects::isNull);
    return new DataFrame.Field(
        name,
        kind(),
        new DataFrame.TypeInfo(goType(), holes ? true : null),
        labels == null || labels.isEmpty() ? null : labels);
  }

  boolean isTime() {
    return type == ColumnType.TIMESTAMP || type == ColumnType.DATE;
  }

  private String kind() {
    return switch (type) {
      case TIMESTAMP, DATE -> "time";
      case NUMBER, INTEGER -> "number";
      case BOOLEAN -> "boolean";
      case TEXT -> "string";
    };
  }

  private String goType() {
    return switch (type) {
      case TIMESTAMP, DATE -> "time.Time";
      case NUMBER -> "float64";
      case INTEGER -> values.stream().anyMatch(BigInteger.class::isInstance) ? "float64" : "int64";
      case BOOLEAN -> "bool";
      case TEXT -> "string";
    };
  }

  /** As JSON writes them: times in milliseconds, no number that is not finite. */
  List<@Nullable Object> written() {
    List<@Nullable Object> written = new ArrayList<>(values.size());
    for (Object value : values) {
      written.add(
          switch (value) {
            case Instant instant -> instant.toEpochMilli();
            case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            case Double number when !Double.isFinite(number) -> null;
            case null, default -> value;
          });
    }
    return written;
  }

  /** Null if all are finite. */
  DataFrame.@Nullable Entities entities() {
    List<Integer> nan = new ArrayList<>();
    List<Integer> inf = new ArrayList<>();
    List<Integer> negInf = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Double number && !Double.isFinite(number)) {
        (number.isNaN() ? nan : number > 0 ? inf : negInf).add(i);
      }
    }
    return nan.isEmpty() && inf.isEmpty() && negInf.isEmpty()
        ? null
        : new DataFrame.Entities(nan, inf, negInf);
  }

  /** Null if no time has a part of a millisecond. */
  @Nullable List<Long> nanos() {
    List<Long> nanos = new ArrayList<>(values.size());
    boolean any = false;
    for (Object value : values) {
      long rest = value instanceof Instant instant ? instant.getNano() % MILLION : 0;
      nanos.add(rest);
      any |= rest != 0;
    }
    return any ? nanos : null;
  }
}
