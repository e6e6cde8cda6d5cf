package com.streamdata.visualization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.query.answer.Answer;
import com.streamdata.query.answer.Latest;
import com.streamdata.query.table.TableColumn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a visualization, a list of values per column.
 *
 * @param stale true where there is newer data, which is being got; null otherwise
 * @param rowCount how many values each column has
 * @param truncated whether there is more than what may be shown
 * @param asOf when the rows of its source last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataView(
    @Nullable Boolean stale,
    List<TableColumn> columns,
    int rowCount,
    boolean truncated,
    Instant asOf) {

  public static DataView of(Latest latest) {
    return of(latest.answer(), latest.stale() ? true : null);
  }

  public static DataView of(Answer answer) {
    return of(answer, null);
  }

  private static DataView of(Answer answer, @Nullable Boolean stale) {
    return new DataView(
        stale,
        answer.table().columns(),
        answer.table().rowCount(),
        answer.table().truncated(),
        answer.asOf());
  }
}
