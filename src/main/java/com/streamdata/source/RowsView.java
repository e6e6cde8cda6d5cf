package com.streamdata.source;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.RowPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the API shows them: objects like those that can be pushed.
 *
 * @param rowCount how many rows the source has in all
 */
record RowsView(List<Column> columns, List<Map<String, @Nullable Object>> rows, long rowCount) {

  static RowsView of(RowPage page) {
    return new RowsView(
        page.columns(),
        page.rows().stream().map(row -> object(page.columns(), row)).toList(),
        page.rowCount());
  }

  private static Map<String, @Nullable Object> object(
      List<Column> columns, @Nullable Object[] values) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      object.put(columns.get(i).name(), json(values[i]));
    }
    return object;
  }

  /** JSON has no NaN and no infinity, which files may bring. */
  private static @Nullable Object json(@Nullable Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }
}
