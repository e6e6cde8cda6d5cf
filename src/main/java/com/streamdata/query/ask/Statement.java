package com.streamdata.query.ask;

import com.streamdata.access.SourceId;
import com.streamdata.error.Checks;

/**
 * One SELECT, with macros such as {@code $__timeFilter(column)} and variables such as {@code
 * $site}.
 *
 * @param ref names its rows in the answer
 * @param source whose rows are the table of the source's name, before other sources of that name
 * @param hidden whether it is kept but not shown
 */
public record Statement(String ref, SourceId source, String sql, Format format, boolean hidden) {
  private static final int LONGEST_REF = 64;
  private static final int LONGEST_SQL = 100_000;

  public Statement {
    new Checks()
        .that(!ref.isBlank() && ref.length() <= LONGEST_REF, "ref", "must have 1 to 64 characters")
        .that(
            !sql.isBlank() && sql.length() <= LONGEST_SQL,
            "sql",
            "must have 1 to " + LONGEST_SQL + " characters")
        .done();
  }
}
