package com.streamdata.query.plan;

import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Work;
import com.streamdata.engine.Dialects;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.RemoteEngine;
import com.streamdata.engine.SqlEngine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class SqliteEngineTest extends QueryEngineLimits {
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Override
  QueryEngine engine() {
    return new RemoteEngine(Dialects.of(SqlEngine.SQLITE), SqliteEngineTest::read);
  }

  private static <T> T read(Work<Connection, T> work) throws SQLException {
    return work.with(connection);
  }

  @Override
  Relation store(Sample sample) throws SQLException {
    return new JdbcSample(
            connection,
            name -> '"' + name.replace("\"", "\"\"") + '"',
            SqliteEngineTest::type,
            value ->
                value instanceof Instant || value instanceof LocalDate ? value.toString() : value)
        .store(sample);
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> "datetime";
      case DATE -> "date";
      case NUMBER -> "real";
      case INTEGER -> "integer";
      case BOOLEAN -> "boolean";
      case TEXT -> "text";
    };
  }
}
