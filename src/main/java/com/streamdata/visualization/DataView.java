package com.streamdata.visualization;

import com.streamdata.query.Answer;
import com.streamdata.query.TableColumn;
import java.time.Instant;
import java.util.List;

/**
 * The data of a visualization, a list of values per column.
 *
 * @param rowCount how many values each column has
 * @param truncated whether there is more than what may be shown
 * @param asOf when the rows of its source last changed
 */
public record DataView(List<TableColumn> columns, int rowCount, boolean truncated, Instant asOf) {

  public static DataView of(Answer answer) {
    return new DataView(
        answer.table().columns(),
        answer.table().rowCount(),
        answer.table().truncated(),
        answer.asOf());
  }
}
