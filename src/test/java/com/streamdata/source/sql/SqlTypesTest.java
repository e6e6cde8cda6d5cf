package com.streamdata.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.engine.SqlEngine;
import com.streamdata.testing.Elsewhere;
import com.streamdata.testing.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of the types that databases have and we do not. */
class SqlTypesTest {
  @TempDir private Path folder;
  @TempDir private Path files;
  private TestServer server;

  @BeforeEach
  void start() {
    server =
        TestServer.startIn(
            folder,
            Map.of(
                "STREAMDATA_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "STREAMDATA_SQLITE_FOLDER",
                files.toString()));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private JsonNode trial(Elsewhere elsewhere) {
    return server
        .admin()
        .post(
            "/sources/test",
            "{\"name\": \"S\", \"kind\": \"sql\", " + elsewhere.members() + ", \"table\": \"t\"}")
        .expect(200)
        .json();
  }

  /** What the greatest values are, asked where they are. */
  private String greatest(Elsewhere elsewhere, String... columns) {
    String dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    String source =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"S\", \"kind\": \"sql\", "
                    + elsewhere.members()
                    + ", \"table\": \"t\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    server.admin().post("/sources/" + source + "/refresh").expect(200);
    StringBuilder measures = new StringBuilder();
    for (String column : columns) {
      measures
          .append(measures.isEmpty() ? "" : ",")
          .append("{\"column\": \"%s\", \"aggregation\": \"max\"}".formatted(column))
          .append(",{\"column\": \"%s\", \"aggregation\": \"last\"}".formatted(column));
    }
    String visualization =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/visualizations",
                "{\"type\": \"table\", \"title\": \"T\", \"query\": {\"source\": \"%s\", \"measures\": [%s]}}"
                    .formatted(source, measures))
            .expect(201)
            .json()
            .path("id")
            .asString();
    StringBuilder values = new StringBuilder();
    server
        .admin()
        .get("/visualizations/" + visualization + "/data")
        .expect(200)
        .json()
        .path("columns")
        .forEach(column -> values.append(column.path("values")));
    return values.toString();
  }

  @Test
  void ofPostgres() throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.POSTGRESQL, files)) {
      elsewhere.execute(
          "CREATE TYPE mood AS ENUM ('low', 'high')",
          "CREATE TABLE t (b bigint, d numeric(30,5), f double precision, y boolean, u uuid,"
              + " j jsonb, m mood, a int[], z timestamptz, l timestamp, day date, clock time,"
              + " cash money, \"__row\" int, c char(5))",
          "INSERT INTO t VALUES (9223372036854775807, 12345678901234567.25, 'NaN', true,"
              + " 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{\"k\": 1}', 'high', '{1,2}',"
              + " '2026-07-01 12:00:00.123456+02', '2026-07-01 12:00:00', '2026-07-01', '12:30',"
              + " 5, 1, 'ab')");

      JsonNode trial = trial(elsewhere);

      assertThat(trial.path("rows").path(0).toString())
          .isEqualTo(
              """
              {"b":9223372036854775807,"d":12345678901234568,"f":null,"y":true,\
              "u":"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11","j":"{\\"k\\": 1}","m":"high","a":"{1,2}",\
              "z":"2026-07-01T10:00:00.123456Z","l":"2026-07-01T12:00:00Z","day":"2026-07-01",\
              "clock":"12:30:00","cash":"$5.00","c":"ab"}\
              """);
      assertThat(trial.path("remarks").size()).isEqualTo(1);
      assertThat(greatest(elsewhere, "b", "d", "f", "y", "u", "m", "z", "day"))
          .isEqualTo(
              """
              [9223372036854775807][9223372036854775807][12345678901234568][12345678901234568]\
              [null][null][true][true]\
              ["a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"]["a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"]\
              ["high"]["high"]["2026-07-01T10:00:00.123456Z"]["2026-07-01T10:00:00.123456Z"]\
              ["2026-07-01"]["2026-07-01"]\
              """);
    }
  }

  @Test
  void infinityOfPostgresIsNothing() throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.POSTGRESQL, files)) {
      elsewhere.execute(
          "CREATE TABLE t (z timestamptz, day date, f double precision)",
          "INSERT INTO t VALUES ('infinity', '-infinity', '-Infinity')");

      assertThat(trial(elsewhere).path("rows").path(0).toString())
          .isEqualTo("{\"z\":null,\"day\":null,\"f\":null}");
    }
  }

  @Test
  void ofMariaDb() throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.MARIADB, files)) {
      elsewhere.execute(
          "CREATE TABLE t (b bigint unsigned, i int unsigned, d decimal(20,4), f double,"
              + " y boolean, j json, m enum('low', 'high'), z timestamp(6) NULL,"
              + " l datetime, day date, clock time, yr year, bits bit(1), tx text CHARACTER SET latin1)",
          "INSERT INTO t VALUES (9223372036854775807, 4294967295, 1234567890.1234, 0.1, true,"
              + " '{\"k\": 1}', 'high', '2026-07-01 12:00:00.123456', '2026-07-01 12:00:00',"
              + " '2026-07-01', '12:30', 2026, b'1', 'Zürich')");

      JsonNode trial = trial(elsewhere);

      assertThat(trial.path("rows").path(0).toString())
          .isEqualTo(
              """
              {"b":9223372036854775807,"i":4294967295,"d":1234567890.1234,"f":0.1,"y":true,\
              "j":"{\\"k\\": 1}","m":"high","z":"2026-07-01T12:00:00.123456Z",\
              "l":"2026-07-01T12:00:00Z","day":"2026-07-01","clock":"12:30:00","yr":2026,\
              "bits":true,"tx":"Zürich"}\
              """);
      assertThat(greatest(elsewhere, "b", "d", "y", "m", "z", "day", "yr", "tx"))
          .isEqualTo(
              """
              [9223372036854775807][9223372036854775807][1234567890.1234][1234567890.1234]\
              [true][true]["high"]["high"]["2026-07-01T12:00:00.123456Z"]\
              ["2026-07-01T12:00:00.123456Z"]["2026-07-01"]["2026-07-01"][2026][2026]\
              ["Zürich"]["Zürich"]\
              """);
    }
  }

  @Test
  void unsignedNumbersAreExactWhereTheyAreAndRefusedInCopies() throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.MARIADB, files)) {
      elsewhere.execute(
          "CREATE TABLE t (b bigint unsigned)", "INSERT INTO t VALUES (18446744073709551615)");

      assertThat(greatest(elsewhere, "b"))
          .isEqualTo("[18446744073709551615][18446744073709551615]");
      assertThat(trial(elsewhere).path("failure").path("message").asString())
          .contains("Column b has a number of more than 64 bits");
    }
  }

  @Test
  void ofSqlite() throws SQLException {
    try (Elsewhere elsewhere = Elsewhere.fresh(SqlEngine.SQLITE, files)) {
      elsewhere.execute(
          "CREATE TABLE t (b integer, d decimal, f real, y boolean, z datetime, s timestamp,"
              + " ms timestamp, day date, tx text, raw)",
          "INSERT INTO t VALUES (9223372036854775807, 0.1, 1e999, 1, '2026-07-01 12:00:00.123456+02:00',"
              + " 1782900000, 1782900000123, '2026-07-01', 'x', 5)");

      JsonNode trial = trial(elsewhere);

      assertThat(trial.path("rows").path(0).toString())
          .isEqualTo(
              """
              {"b":9223372036854775807,"d":0.1,"f":null,"y":true,"z":"2026-07-01T10:00:00.123456Z",\
              "s":"2026-07-01T10:00:00Z","ms":"2026-07-01T10:00:00.123Z","day":"2026-07-01",\
              "tx":"x","raw":5}\
              """);
      assertThat(greatest(elsewhere, "b", "y", "z", "day"))
          .isEqualTo(
              """
              [9223372036854775807][9223372036854775807][true][true]\
              ["2026-07-01T10:00:00.123456Z"]["2026-07-01T10:00:00.123456Z"]\
              ["2026-07-01"]["2026-07-01"]\
              """);
    }
  }
}
