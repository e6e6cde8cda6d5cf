package com.streamdata.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.dataset.Column;
import com.streamdata.source.fetch.RowPlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What trying a source out showed.
 *
 * @param rows the first of those that would be taken
 * @param rowCount how many were read
 * @param remarks what was left out, in words
 * @param places where else rows may be, where they were looked for; the first is where they are
 * @param failure why there are no rows; null when it went well
 */
record TrialView(
    List<Column> columns,
    List<Map<String, @Nullable Object>> rows,
    long rowCount,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> remarks,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowPlace> places,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RunFailure failure) {

  static TrialView of(RowsView rows, List<String> remarks, List<RowPlace> places) {
    return new TrialView(rows.columns(), rows.rows(), rows.rowCount(), remarks, places, null);
  }

  static TrialView failed(RunFailure failure, List<RowPlace> places) {
    return new TrialView(List.of(), List.of(), 0, List.of(), places, failure);
  }
}
