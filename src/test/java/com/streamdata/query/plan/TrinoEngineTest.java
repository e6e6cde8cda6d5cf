package com.streamdata.query.plan;

import com.streamdata.config.ServerConfig;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Dataset;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.SqlEngine;
import com.streamdata.engine.SqlNames;
import com.streamdata.outbound.Networks;
import com.streamdata.outbound.OutboundConfig;
import com.streamdata.outbound.Trust;
import com.streamdata.query.remote.RemoteTables;
import com.streamdata.source.sql.SqlConfig;
import com.streamdata.source.sql.SqlConnections;
import com.streamdata.source.sql.SqlSettings;
import com.streamdata.testing.TestTrino;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** On a real Trino, by the connections of the product. */
@Tag("trino")
final class TrinoEngineTest extends QueryEngineLimits {
  private static TestTrino trino;
  private static SqlConnections connections;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    trino = TestTrino.start();
    connections =
        new SqlConnections(
            new Networks(new OutboundConfig("127.0.0.0/8", null)),
            new Trust(new OutboundConfig(null, null)),
            new SqlConfig(null),
            new ServerConfig(0, null, Path.of("target"), null, false));
  }

  @AfterAll
  static void close() throws IOException, InterruptedException {
    trino.close();
  }

  @Override
  QueryEngine engine() {
    SqlSettings settings =
        new SqlSettings(
            SqlEngine.TRINO,
            "127.0.0.1",
            trino.port(),
            "memory/default",
            "tester",
            null,
            false,
            "sample",
            null,
            null,
            null);
    return RemoteTables.engine(connections, settings);
  }

  /** As values in the query itself: to store them would take a second for every question. */
  @Override
  Relation store(Sample sample) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < sample.rows().size(); i++) {
      rows.add("(" + i + ", " + literals(sample.rows().get(i)) + ")");
    }
    String none = rows.isEmpty() ? " WHERE false" : "";
    if (rows.isEmpty()) {
      rows.add("(0, " + literals(new @Nullable Object[sample.columns().size()]) + ")");
    }
    List<String> names = new ArrayList<>(List.of("CAST(c0 AS bigint) " + Dataset.ROW));
    List<String> aliases = new ArrayList<>(List.of("c0"));
    for (int i = 0; i < sample.columns().size(); i++) {
      Column column = sample.columns().get(i);
      names.add(
          "CAST(c%d AS %s) %s".formatted(i + 1, type(sample, i), SqlNames.quote(column.name())));
      aliases.add("c" + (i + 1));
    }
    String from =
        "(SELECT %s FROM (VALUES %s) v(%s)%s) o"
            .formatted(
                String.join(", ", names),
                String.join(", ", rows),
                String.join(", ", aliases),
                none);
    return new Relation(SqlNames.raw(from), Dataset.ROW, sample.columns());
  }

  private static String literals(@Nullable Object[] row) {
    return java.util.Arrays.stream(row)
        .map(TrinoEngineTest::literal)
        .collect(Collectors.joining(", "));
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Instant instant ->
          "TIMESTAMP '" + instant.toString().replace("T", " ").replace("Z", " UTC") + "'";
      case LocalDate day -> "DATE '" + day + "'";
      case Long number -> number == Long.MIN_VALUE ? "NULL" : number.toString();
      case Double number -> number.isNaN() ? "nan()" : "DOUBLE '" + number + "'";
      case Boolean truth -> truth.toString();
      default -> "'" + value.toString().replace("'", "''") + "'";
    };
  }

  private static String type(Sample sample, int index) {
    return switch (sample.columns().get(index).type()) {
      case TIMESTAMP -> "timestamp(6) with time zone";
      case DATE -> "date";
      case INTEGER -> "bigint";
      case BOOLEAN -> "boolean";
      case TEXT -> "varchar";
      case NUMBER ->
          sample.rows().stream().anyMatch(row -> row[index] instanceof Double)
              ? "double"
              : "bigint";
    };
  }
}
