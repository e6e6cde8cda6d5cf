package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.engine.SqlNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Samples in some other database, as tables like those that people have there.
 *
 * @param quote puts a name into quotes
 * @param types what a column of each type is declared as
 * @param bound what is bound for a value
 */
record JdbcSample(
    Connection connection,
    Function<String, String> quote,
    Function<ColumnType, String> types,
    Function<Object, @Nullable Object> bound) {
  static final String ARRIVAL = "__row";

  Relation store(Sample sample) throws SQLException {
    String table = "sample";
    List<String> columns = new ArrayList<>(List.of(quote.apply(ARRIVAL) + " BIGINT"));
    for (int i = 0; i < sample.columns().size(); i++) {
      columns.add(quote.apply(sample.columns().get(i).name()) + " " + type(sample, i));
    }
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("DROP TABLE IF EXISTS " + table);
      statement.execute("CREATE TABLE " + table + " (" + String.join(", ", columns) + ")");
    }
    insert(table, sample);
    return new Relation(SqlNames.table(table), ARRIVAL, sample.columns());
  }

  private String type(Sample sample, int index) {
    Column column = sample.columns().get(index);
    boolean whole =
        column.type() == ColumnType.NUMBER
            && sample.rows().stream().noneMatch(row -> row[index] instanceof Double);
    return types.apply(whole ? ColumnType.INTEGER : column.type());
  }

  private void insert(String table, Sample sample) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(sample.columns().size() + 1, "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (int row = 0; row < sample.rows().size(); row++) {
        insert.setLong(1, row);
        for (int i = 0; i < sample.columns().size(); i++) {
          Object value = sample.rows().get(row)[i];
          insert.setObject(i + 2, value == null ? null : bound.apply(value));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
