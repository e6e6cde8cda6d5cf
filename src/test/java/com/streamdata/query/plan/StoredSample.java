package com.streamdata.query.plan;

import com.streamdata.dataset.Column;
import com.streamdata.engine.SqlNames;
import com.streamdata.query.bucket.Micros;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A sample in a DuckDB of its own, in the way the dataset package stores rows. */
final class StoredSample implements AutoCloseable {
  static final String ARRIVAL = "__row";

  private final DuckDBConnection connection;
  private int tables;

  StoredSample() throws SQLException {
    connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
  }

  Connection open() throws SQLException {
    return connection.duplicate();
  }

  Relation store(Sample sample) throws SQLException {
    String table = "sample_" + tables++;
    List<String> columns = new ArrayList<>(List.of(ARRIVAL + " BIGINT"));
    for (int i = 0; i < sample.columns().size(); i++) {
      columns.add(quote(sample.columns().get(i).name()) + " " + sqlType(sample, i));
    }
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE " + table + " (" + String.join(", ", columns) + ")");
    }
    append(table, sample);
    return new Relation(SqlNames.table(table), ARRIVAL, sample.columns());
  }

  private void append(String table, Sample sample) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender(table)) {
      for (int row = 0; row < sample.rows().size(); row++) {
        appender.beginRow().append((long) row);
        for (int i = 0; i < sample.columns().size(); i++) {
          append(appender, sample.rows().get(row)[i]);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case Instant instant -> appender.appendEpochMicros(Micros.of(instant));
      case LocalDate day -> appender.append(day);
      case Long number -> appender.append(number.longValue());
      case Double number -> appender.append(number.doubleValue());
      case Boolean truth -> appender.append(truth.booleanValue());
      case String text -> appender.append(text);
      default -> throw new IllegalArgumentException(value.toString());
    }
  }

  private static String sqlType(Sample sample, int index) {
    Column column = sample.columns().get(index);
    return switch (column.type()) {
      case TIMESTAMP -> "TIMESTAMPTZ";
      case DATE -> "DATE";
      case INTEGER -> "BIGINT";
      case BOOLEAN -> "BOOLEAN";
      case TEXT -> "VARCHAR";
      case NUMBER ->
          sample.rows().stream().anyMatch(row -> row[index] instanceof Double)
              ? "DOUBLE"
              : "BIGINT";
    };
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
