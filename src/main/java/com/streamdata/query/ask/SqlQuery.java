package com.streamdata.query.ask;

import com.streamdata.access.SourceId;
import com.streamdata.error.Checks;
import java.util.List;

/**
 * A query in SQL, written by somebody who may change its dashboard.
 *
 * @param statements at least one, each with a ref of its own
 */
public record SqlQuery(List<Statement> statements) implements SavedQuery {
  private static final int MOST = 26;

  public SqlQuery {
    statements = List.copyOf(statements);
    new Checks()
        .that(
            !statements.isEmpty() && statements.size() <= MOST,
            "statements",
            "must be 1 to " + MOST)
        .that(
            statements.stream().map(Statement::ref).distinct().count() == statements.size(),
            "statements",
            "must each have a ref of their own")
        .done();
  }

  @Override
  public List<SourceId> sources() {
    return statements.stream().map(Statement::source).distinct().toList();
  }

  /** Those whose rows are shown. */
  public List<Statement> shown() {
    return statements.stream().filter(statement -> !statement.hidden()).toList();
  }
}
