package com.streamdata.dataset;

import com.streamdata.error.Checks;

/**
 * One column of a source.
 *
 * @param name as people see it; any text of 1 to 200 characters, unique in its source whatever its
 *     case
 */
public record Column(String name, ColumnType type) {
  public static final int LONGEST_NAME = 200;

  public Column {
    Checks.require(
        !name.isBlank() && name.length() <= LONGEST_NAME, "name", "must have 1 to 200 characters");
  }
}
