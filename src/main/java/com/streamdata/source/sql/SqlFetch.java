package com.streamdata.source.sql;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Cells;
import com.streamdata.dataset.Column;
import com.streamdata.engine.Dialect;
import com.streamdata.engine.Dialects;
import com.streamdata.engine.Rows;
import com.streamdata.engine.SqlEngine;
import com.streamdata.engine.SqlNames;
import com.streamdata.engine.SqlText;
import com.streamdata.source.fetch.Fetch;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.RowSink;
import com.streamdata.source.fetch.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Reads the columns of a table or statement, and as many of its rows as are of use. */
record SqlFetch(SqlConnections connections, SqlSettings settings) implements Fetch {
  private static final long MOST_ROWS = 1_000_000;

  @Override
  public Fetched fetch(Map<String, String> before, RowSink rows)
      throws FetchFailure, InterruptedException {
    SqlColumns found = connections.with(settings, this::columns);
    if (found.columns().isEmpty()) {
      throw new FetchFailure(Stage.PATH, "There are no columns that can be shown here.");
    }
    rows.take(empty(found.columns()));
    long wanted = Math.min(rows.wanted(), MOST_ROWS + 1);
    if (wanted > 0) {
      CopiedRows copy = new CopiedRows(found.columns(), rows);
      connections.with(settings, connection -> copy(connection, found.columns(), wanted, copy));
      copy.finish();
      if (copy.count() > MOST_ROWS) {
        throw new FetchFailure(
            Stage.SIZE,
            "There are more than 1,000,000 rows, which are not copied: group them in a statement,"
                + " or leave out materialise_seconds.");
      }
    }
    return new Fetched(false, Map.of(), found.leftOut());
  }

  /** SQLite tells the types of expressions by its first row only. */
  private SqlColumns columns(Connection connection) throws SQLException {
    boolean byRow = settings.engine() == SqlEngine.SQLITE;
    String sql = "SELECT * FROM " + settings.from() + (byRow ? " LIMIT 1" : " WHERE 1 = 0");
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return SqlColumns.of(result.getMetaData(), settings.engine());
    }
  }

  private Batch empty(List<Column> columns) {
    return new Batch(columns.stream().map(Cells::new).toList(), 0, 0, new int[0]);
  }

  private boolean copy(Connection connection, List<Column> columns, long wanted, CopiedRows copy)
      throws SQLException {
    Dialect dialect = Dialects.of(settings.engine());
    List<Field<?>> fields =
        columns.stream()
            .<Field<?>>map(column ->
                dialect.value(SqlNames.column(column.name()), column.type()).as(column.name()))
            .toList();
    SqlText select =
        SqlText.of(
            DSL.select(fields).from(SqlNames.raw(settings.from())).limit(DSL.inline(wanted)),
            dialect.jooq());
    try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
      new Rows(dialect).read(statement, select, copy::add);
      return true;
    }
  }
}
