package com.streamdata.query.plan;

import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Work;
import com.streamdata.engine.Dialects;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.RemoteEngine;
import com.streamdata.engine.SqlEngine;
import com.streamdata.testing.TestMariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What MySQL's and MariaDB's dialects have in common, on MariaDB. */
abstract class MySqlEngineContract extends QueryEngineLimits {
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestMariaDb.connect(TestMariaDb.create());
    try (var statement = connection.createStatement()) {
      statement.execute("SET time_zone = '+00:00'");
    }
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  abstract SqlEngine kind();

  @Override
  QueryEngine engine() {
    return new RemoteEngine(Dialects.of(kind()), MySqlEngineContract::read);
  }

  private static <T> T read(Work<Connection, T> work) throws SQLException {
    return work.with(connection);
  }

  @Override
  Relation store(Sample sample) throws SQLException {
    return new JdbcSample(
            connection,
            name -> '`' + name.replace("`", "``") + '`',
            MySqlEngineContract::type,
            MySqlEngineContract::bound)
        .store(sample);
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> "datetime(6)";
      case DATE -> "date";
      case NUMBER -> "double";
      case INTEGER -> "bigint";
      case BOOLEAN -> "boolean";
      case TEXT -> "varchar(1000)";
    };
  }

  /** It has no numbers that are none. */
  private static @Nullable Object bound(Object value) {
    return switch (value) {
      case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      case Double number when number.isNaN() -> null;
      default -> value;
    };
  }

  @Override
  int longestName() {
    return 64;
  }

  @Override
  boolean mayBeColumn(String name) {
    return name.codePoints().allMatch(Character::isBmpCodePoint);
  }
}
