package com.streamdata.query;

import com.streamdata.dataset.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class DuckDbEngineTest extends QueryEngineContract {
  private static StoredSample stored;

  @BeforeAll
  static void open() throws SQLException {
    stored = new StoredSample();
  }

  @AfterAll
  static void close() throws SQLException {
    stored.close();
  }

  @Override
  QueryEngine engine() {
    return new DuckDbEngine(DuckDbEngineTest::read, Duration.ofSeconds(30));
  }

  @Override
  Relation store(Sample sample) throws SQLException {
    return stored.store(sample);
  }

  private static <T> T read(Work<Connection, T> work) throws SQLException {
    try (Connection connection = stored.open()) {
      return work.with(connection);
    }
  }
}
