package com.streamdata.visualization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.query.table.Table;
import com.streamdata.query.table.TableColumn;
import com.streamdata.source.Outage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a visualization, a list of values per column.
 *
 * @param stale true where there is newer data, which is being got; null otherwise
 * @param outage where new rows cannot be had at the moment; null otherwise
 * @param rowCount how many values each column has
 * @param truncated whether there is more than what may be shown
 * @param asOf when the rows of its source last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataView(
    @Nullable Boolean stale,
    @Nullable Outage outage,
    List<TableColumn> columns,
    int rowCount,
    boolean truncated,
    Instant asOf) {

  public static DataView of(Current current) {
    Table table = current.answer().table();
    return new DataView(
        current.stale() ? true : null,
        current.outage(),
        table.columns(),
        table.rowCount(),
        table.truncated(),
        current.answer().asOf());
  }
}
