package com.streamdata.source.fetch;

import org.jspecify.annotations.Nullable;

/** What becomes of the rows there are when others were fetched. */
public sealed interface Taking {
  /** They go. */
  record Replace() implements Taking {}

  /**
   * They stay, and the fetched ones come after them.
   *
   * @param key column by which a row that is there already is known and left out; null: all are new
   */
  record Append(@Nullable String key) implements Taking {}

  /** There are none: rows stay where they are, only their columns are kept. */
  record Columns() implements Taking {}
}
