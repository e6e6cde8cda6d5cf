package com.streamdata.query.table;

import java.util.List;

/**
 * The answer to a query.
 *
 * @param rowCount how many values each column has
 * @param truncated whether there is more than what may be shown
 */
public record Table(List<TableColumn> columns, int rowCount, boolean truncated) {
  public Table {
    columns = List.copyOf(columns);
  }
}
