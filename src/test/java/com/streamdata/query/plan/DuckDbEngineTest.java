package com.streamdata.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.dataset.Work;
import com.streamdata.engine.DuckDbEngine;
import com.streamdata.engine.EngineErrors;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.SqlText;
import com.streamdata.error.AppException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DuckDbEngineTest extends QueryEngineLimits {
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

  @Test
  void whatTakesTooLongIsStopped() {
    QueryEngine hurried = new DuckDbEngine(DuckDbEngineTest::read, Duration.ofSeconds(1));
    SqlText endless =
        new SqlText(
            "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % ? = 5",
            List.of(1_000_003L));

    assertThatThrownBy(() -> hurried.run(endless)).hasMessageStartingWith("Stopped after 1 s");
  }

  @Test
  void rowsThatHaveNoRoomInMemoryAreGivenUp() {
    SqlText texts = new SqlText("SELECT repeat('x', 1000000) FROM range(1000)", List.of());

    assertThatThrownBy(() -> engine().run(texts))
        .isInstanceOfSatisfying(
            AppException.class,
            failure -> assertThat(failure.code()).isEqualTo(EngineErrors.TOO_LARGE));
  }
}
