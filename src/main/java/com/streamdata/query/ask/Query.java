package com.streamdata.query.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.SourceId;
import com.streamdata.error.Checks;
import com.streamdata.query.filter.Filter;
import com.streamdata.query.table.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visualization shows of a source. Lists may be left out and are empty then.
 *
 * @param x what runs along the chart; null for a single number, or a table of rows
 * @param series the column whose values become one line, bar or layer each; null for none
 * @param columns of a table of rows without measures
 * @param filters all of which must hold
 * @param limit the most points, rows of a table, or slices; null for as many as are allowed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Query(
    SourceId source,
    @Nullable X x,
    @Nullable List<Measure> measures,
    @Nullable String series,
    @Nullable List<String> columns,
    @Nullable List<Filter> filters,
    @Nullable List<Order> order,
    @Nullable Integer limit)
    implements SavedQuery {

  public Query {
    measures = copy(measures);
    columns = copy(columns);
    filters = copy(filters);
    order = copy(order);
    new Checks()
        .that(measures.size() <= 20, "measures", "must be at most 20")
        .that(columns.size() <= 200, "columns", "must be at most 200")
        .that(filters.size() <= 50, "filters", "must be at most 50")
        .that(order.size() <= 10, "order", "must be at most 10")
        .that(
            limit == null || (limit >= 1 && limit <= Limits.TABLE_ROWS),
            "limit",
            "must be from 1 to " + Limits.TABLE_ROWS)
        .done();
  }

  @Override
  public List<Measure> measures() {
    return copy(measures);
  }

  @Override
  public List<String> columns() {
    return copy(columns);
  }

  @Override
  public List<Filter> filters() {
    return copy(filters);
  }

  @Override
  public List<Order> order() {
    return copy(order);
  }

  @Override
  public List<SourceId> sources() {
    return List.of(source);
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
