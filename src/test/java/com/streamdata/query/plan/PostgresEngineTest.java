package com.streamdata.query.plan;

import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Work;
import com.streamdata.engine.Dialects;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.RemoteEngine;
import com.streamdata.engine.SqlEngine;
import com.streamdata.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresEngineTest extends QueryEngineLimits {
  private static Connection connection;
  private static String url;

  @BeforeAll
  static void open() throws SQLException {
    url = TestPostgres.create();
    connection =
        DriverManager.getConnection(
            "jdbc:" + url.replaceAll("//.*@", "//"), "postgres", "postgres");
    try (var statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
    }
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    TestPostgres.drop(url);
  }

  @Override
  QueryEngine engine() {
    return new RemoteEngine(Dialects.of(SqlEngine.POSTGRESQL), PostgresEngineTest::read);
  }

  private static <T> T read(Work<Connection, T> work) throws SQLException {
    return work.with(connection);
  }

  @Override
  Relation store(Sample sample) throws SQLException {
    return new JdbcSample(
            connection,
            name -> '"' + name.replace("\"", "\"\"") + '"',
            PostgresEngineTest::type,
            value -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value)
        .store(sample);
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> "timestamptz";
      case DATE -> "date";
      case NUMBER -> "double precision";
      case INTEGER -> "bigint";
      case BOOLEAN -> "boolean";
      case TEXT -> "text";
    };
  }

  @Override
  int longestName() {
    return 63;
  }
}
