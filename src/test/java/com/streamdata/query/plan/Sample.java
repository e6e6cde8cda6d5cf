package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.query.table.TableColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to ask questions about.
 *
 * @param rows in the order of arrival; values as in {@link TableColumn}
 */
record Sample(List<Column> columns, List<@Nullable Object[]> rows) {

  int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(column);
  }
}
