package com.streamdata.query.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.streamdata.engine.EngineErrors;
import com.streamdata.error.AppException;
import com.streamdata.query.table.Limits;
import com.streamdata.query.table.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a statement says reaches more than the visible columns of sources. */
class HostileStatementTest {
  private static StatementWorld world;

  @BeforeAll
  static void open() {
    world = new StatementWorld();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO readings VALUES (1)",
        "DELETE FROM readings",
        "UPDATE readings SET hits = 0",
        "DROP TABLE source_1",
        "CREATE TABLE t AS SELECT 1",
        "CREATE TEMP VIEW v AS SELECT 1",
        "ALTER TABLE source_1 ADD COLUMN a INT",
        "COPY source_1 TO '/tmp/x.csv'",
        "COPY (SELECT 1) TO '/tmp/x.csv'",
        "ATTACH '/etc/passwd' AS x",
        "DETACH rows",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '1TB'",
        "RESET memory_limit",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "EXPLAIN SELECT 1",
        "EXPORT DATABASE '/tmp/x'",
        "CHECKPOINT",
        "VACUUM",
        "BEGIN",
        "COMMIT",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "USE catalog_",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE source_1",
        "SHOW TABLES",
        "DESCRIBE readings",
        "SUMMARIZE readings",
        "SELECT * FROM (SHOW ALL TABLES)",
        "SELECT * FROM (DESCRIBE readings)",
        "SELECT * FROM (SUMMARIZE readings)",
        "SELECT * FROM source_1",
        "SELECT * FROM SOURCE_2",
        "SELECT * FROM \"source_3\"",
        "SELECT * FROM catalog_.dataset",
        "SELECT * FROM main.source_1",
        "SELECT * FROM rows.main.source_1",
        "SELECT * FROM temp.readings",
        "SELECT * FROM dataset",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM pg_catalog.pg_class",
        "SELECT * FROM duckdb_tables",
        "SELECT * FROM duckdb_tables()",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM duckdb_logs()",
        "SELECT * FROM pragma_table_info('source_1')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM \"/etc/passwd\"",
        "SELECT * FROM 'data.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_parquet('x')",
        "SELECT * FROM read_json('http://localhost')",
        "SELECT * FROM parquet_scan('x')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM query_table('source_1')",
        "SELECT * FROM seq_scan('source_1')",
        "SELECT * FROM json_execute_serialized_sql('{}')",
        "SELECT * FROM system.main.range(3)",
        "SELECT * FROM repeat_row(1, num_rows = 5)",
        "SELECT json_execute_serialized_sql('{}')",
        "SELECT json_serialize_sql('SELECT 1')",
        "SELECT getenv('HOME')",
        "SELECT GetEnv('HOME')",
        "SELECT \"getenv\"('HOME')",
        "SELECT current_setting('temp_directory')",
        "SELECT getvariable('x')",
        "SELECT current_database()",
        "SELECT current_catalog",
        "SELECT current_schema",
        "SELECT current_schemas(true)",
        "SELECT current_query()",
        "SELECT version()",
        "SELECT pg_get_viewdef('x')",
        "SELECT has_table_privilege('x', 'y')",
        "SELECT nextval('s')",
        "SELECT setseed(0.5)",
        "SELECT sleep_ms(10000)",
        "SELECT pg_sleep(10)",
        "SELECT write_log('x')",
        "SELECT main.lower('x')",
        "SELECT system.main.lower('x')",
        "SELECT 'getenv'.getenv()",
        "SELECT list_transform(['HOME'], lambda x: getenv(x))",
        "SELECT [getenv(x) FOR x IN ['HOME']]",
        "SELECT 1 ORDER BY getenv('HOME')",
        "SELECT 1 LIMIT (SELECT length(getenv('HOME')))",
        "SELECT max(hits) OVER (ORDER BY getenv('HOME')) FROM readings",
        "SELECT max(hits) FILTER (WHERE getenv('a') = 'b') FROM readings",
        "SELECT count(*) FROM readings GROUP BY getenv('HOME')",
        "SELECT count(*) FROM readings HAVING getenv('HOME') = ''",
        "SELECT count(*) FROM readings QUALIFY getenv('HOME') = ''",
        "SELECT CASE WHEN true THEN getenv('HOME') END",
        "SELECT * REPLACE (getenv('HOME') AS site) FROM readings",
        "SELECT COLUMNS(getenv('HOME')) FROM readings",
        "SELECT * FROM readings r JOIN source_1 s ON true",
        "SELECT * FROM readings WHERE EXISTS (SELECT 1 FROM source_1)",
        "SELECT (SELECT count(*) FROM source_1)",
        "SELECT 1 UNION ALL SELECT count(*) FROM source_1",
        "VALUES ((SELECT count(*) FROM source_1))",
        "TABLE source_1",
        "FROM source_1",
        "WITH a AS (SELECT * FROM source_1) SELECT * FROM a",
        "WITH source_1 AS (SELECT 1) SELECT * FROM source_1",
        "SELECT * FROM (WITH b AS (SELECT 1) SELECT * FROM b) x, b",
        "WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a",
        "SELECT * FROM range((SELECT count(*) FROM source_1))",
        "SELECT unnest((SELECT list(a) FROM catalog_.dataset))",
        "SELECT __row FROM readings",
        "SELECT __arrived FROM readings",
        "SELECT rowid FROM readings",
        "SELECT readings.__row FROM readings",
        "SELECT 1) UNION ALL SELECT * FROM (SELECT 2",
        "SELECT 1 /* ",
        "SELECT '",
        "SELECT $$getenv$$",
        "SELECT ?",
        "SELECT $1",
        "SELECT 1 -- \n; DROP TABLE source_1",
        "SELECT /* /* */ 1; DROP TABLE source_1 */ 1; SELECT 2",
        "",
        ";",
      })
  void isRefused(String sql) {
    assertThatThrownBy(() -> world.run(sql.isEmpty() ? " " : sql))
        .isInstanceOf(AppException.class)
        .extracting(Throwable::getMessage, org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .isNotBlank()
        .doesNotContain("LINE ", "NOT MATERIALIZED");
  }

  @Test
  void deepExpressionIsRefusedNotFatal() {
    String deep = "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);

    assertThatThrownBy(() -> world.run(deep)).isInstanceOf(AppException.class);
  }

  @Test
  void moreRowsThanAnybodyNeedsAreCut() {
    Table cut = world.run("SELECT * FROM range(10000000)");

    assertThat(cut.rowCount()).isEqualTo(Limits.STATEMENT_ROWS);
    assertThat(cut.truncated()).isTrue();
  }

  @Test
  void moreMemoryThanThereIsIsSaidSo() {
    String large = "SELECT md5(string_agg(range::VARCHAR, ',')) FROM range(1000000000)";

    Throwable failure = catchThrowable(() -> world.run(large));

    assertThat(failure).isInstanceOf(AppException.class);
    assertThat(((AppException) failure).code()).isIn(EngineErrors.TOO_LARGE, EngineErrors.TOO_SLOW);
    assertThat(catchThrowable(() -> world.run(large))).as("not tried again").isSameAs(failure);
  }

  @Test
  void failureNamesTheSourceAsPeopleDo() {
    assertThatThrownBy(() -> world.run("SELECT site::INT FROM readings"))
        .hasMessageContaining("Could not convert string")
        .hasMessageNotContaining("source_");
    assertThatThrownBy(() -> world.run("SELECT nope FROM readings"))
        .hasMessageContaining("\"nope\" not found");
  }
}
