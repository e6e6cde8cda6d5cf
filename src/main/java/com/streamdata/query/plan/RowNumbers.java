package com.streamdata.query.plan;

import static com.streamdata.engine.SqlNames.number;

import com.streamdata.engine.Dialect;
import com.streamdata.query.ask.Aggregation;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The middle and the newest value of a group, for engines that have no aggregate for them: rows are
 * numbered within their group first, those without a value last.
 *
 * @param time microseconds or days; null when only arrival counts
 * @param arrival null where nothing tells which of two rows came first
 */
record RowNumbers(
    Dialect dialect,
    List<Field<?>> group,
    @Nullable Field<Long> time,
    @Nullable Field<Long> arrival) {

  /** What a measure needs to be numbered by, under names that no other measure has. */
  List<Field<?>> columns(Aggregation aggregation, Field<Long> value, int measure) {
    return switch (aggregation) {
      case MEDIAN -> dialect.median(value).isPresent() ? List.of() : middle(value, measure);
      case LAST ->
          dialect.last(value, time, arrival).isPresent()
              ? List.of()
              : List.of(numbered(newestFirst(value)).as("p" + measure));
      case COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX -> List.of();
    };
  }

  private List<Field<?>> middle(Field<Long> value, int measure) {
    return List.of(
        numbered(List.of(present(value), value.asc())).as("p" + measure),
        DSL.count(value).over(window(List.of())).as("q" + measure));
  }

  Field<?> median(Field<Long> value, int measure) {
    Field<Long> twice = number("p" + measure).mul(DSL.inline(2L));
    Field<Long> count = number("q" + measure);
    Condition middle = twice.between(count, count.plus(DSL.inline(2L)));
    return dialect.median(value).orElseGet(() -> dialect.average(DSL.when(middle, value)));
  }

  Field<?> last(Field<Long> value, int measure) {
    return dialect
        .last(value, time, arrival)
        .orElseGet(() -> DSL.max(DSL.when(number("p" + measure).eq(DSL.inline(1L)), value)));
  }

  private List<SortField<?>> newestFirst(Field<Long> value) {
    List<SortField<?>> order = new ArrayList<>();
    order.add(present(value));
    if (time != null) {
      order.add(time.desc().nullsLast());
    }
    if (arrival != null) {
      order.add(arrival.desc());
    }
    return order;
  }

  private static SortField<?> present(Field<?> value) {
    return DSL.when(value.isNull(), DSL.inline(1)).otherwise(DSL.inline(0)).asc();
  }

  private Field<Integer> numbered(List<SortField<?>> order) {
    return DSL.rowNumber().over(window(order));
  }

  private WindowSpecification window(List<SortField<?>> order) {
    if (group.isEmpty()) {
      return DSL.orderBy(order);
    }
    return order.isEmpty() ? DSL.partitionBy(group) : DSL.partitionBy(group).orderBy(order);
  }
}
