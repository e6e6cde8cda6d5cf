package com.streamdata.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.error.AppException;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that people type becomes a property of a driver, a second host, or another statement. */
class SqlSettingsTest {
  private static final String USUAL =
      """
      {"engine": "postgresql", "host": "db.example.com", "database": "shop", "user": "reader",
       "password": "s3cret", "table": "sales"}
      """;

  private static ObjectNode usual() {
    return (ObjectNode) RecordReader.parse(USUAL.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertWrong(ObjectNode json, String field) {
    assertThatThrownBy(() -> SqlSettings.read(json))
        .isInstanceOfSatisfying(
            AppException.class,
            failure ->
                assertThat(failure.details().stream().map(detail -> detail.field()))
                    .contains(field))
        .message()
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.example.com,127.0.0.1",
        "db.example.com?sslmode=disable",
        "db.example.com/other?socketFactory=evil",
        "db.example.com:5432",
        "db.example.com#",
        "user@db.example.com",
        "db example",
        "db.example.com\n",
        "\u0000",
        "",
        " ",
        "-o",
        "(host=x)",
        "address=(host=x)(port=1)",
        "[::1]/x",
        "[::1",
        "db;allowMultiQueries=true",
        "db&allowLocalInfile=true",
        "{\"a\":1}",
        "\\\\server\\pipe",
        "../../etc/passwd",
        "jdbc:postgresql://x"
      })
  void hostsAreHosts(String host) {
    assertWrong(usual().put("host", host), "host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "jdbc:mysql", "h2", "PostgreSQL", "duckdb", ""})
  void onlyKnownEngines(String engine) {
    assertWrong(usual().put("engine", engine), "engine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"url", "jdbc_url", "properties", "options", "sslfactory", "loggerFile"})
  void nothingElseIsTaken(String member) {
    assertWrong(usual().put(member, "x"), member);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536})
  void portsArePorts(int port) {
    assertWrong(usual().put("port", port), "port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
  void namesHaveNoControls(String name) {
    assertWrong(usual().put("database", name), "database");
    assertWrong(usual().put("user", name), "user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lake?SSL=false",
        "lake/sales?sessionUser=root",
        "lake/sales/more",
        "lake;x",
        "../x",
        "a b"
      })
  void catalogsOfTrinoStayInTheirPlace(String database) {
    assertWrong(usual().put("engine", "trino").put("database", database), "database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../shop.db",
        "a/../../shop.db",
        "/etc/passwd",
        ":memory:",
        ":resource:x",
        "file:shop.db",
        "file:shop.db?mode=rwc",
        "shop.db?journal_mode=WAL",
        "shop.db#x",
        "a\\b",
        ".hidden",
        "a/.ssh/x",
        "a//b",
        "a\u0000.db",
        ""
      })
  void filesOfSqliteAreNames(String file) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    assertWrong(json.put("engine", "sqlite").put("database", file).put("table", "t"), "database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM sales",
        "SELECT 1; DROP TABLE sales",
        "SELECT 1) o; DELETE FROM sales; --",
        "SELECT 1) UNION (SELECT 2",
        "SELECT 1 /* no end",
        "SELECT 1 ) /* ( */",
        "SELECT 'a",
        "SELECT 'a\\') DELETE FROM x('",
        "SELECT \"a",
        "EXPLAIN ANALYZE DELETE FROM sales",
        "SET transaction_read_only = off",
        "COPY sales TO PROGRAM 'id'",
        "CALL wipe()",
        "DO $$ BEGIN END $$",
        "",
        ";",
        "SELECT ';'",
        "selection",
        "SELECT \u0000"
      })
  void statementsAreOneSelect(String statement) {
    ObjectNode json = usual().put("statement", statement);
    json.remove("table");

    assertWrong(json, "statement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "mariadb | SELECT 1 AS a /*! ) o UNION SELECT 2 INTO OUTFILE '/tmp/x' FROM (SELECT 1 */",
        "mysql | SELECT 1 AS a /*!50000 ) o UNION SELECT * FROM (SELECT 2 */",
        "mariadb | SELECT 1 AS a /*M!100000 ) o UNION SELECT * FROM (SELECT 2 */",
        "mariadb | SELECT 1 AS a # '\\n) o UNION SELECT * FROM (SELECT 2 AS a # '",
        "mysql | SELECT 1--1 AS a) o UNION SELECT * FROM (SELECT 2",
        "mysql | SELECT 1--\u2003a) o UNION SELECT * FROM (SELECT 2",
        "postgresql | SELECT $$'$$ AS a) o UNION SELECT * FROM (SELECT $$'$$",
        "postgresql | SELECT $x$'$x$ AS a) o UNION SELECT * FROM (SELECT $x$'$x$",
        "postgresql | SELECT 1 AS a /* /* */ ( */ ) o UNION SELECT * FROM (SELECT 2 /* /* */ ) */",
        "postgresql | SELECT 1 AS a -- \\r) o UNION SELECT * FROM (SELECT 2",
        "sqlite | SELECT 1 AS [']) o UNION SELECT * FROM (SELECT 2 AS [']"
      })
  void statementsCannotLeaveTheirParenthesesInAnyDialect(String engine, String statement) {
    ObjectNode json = usual().put("engine", engine);
    json.put("statement", statement.replace("\\n", "\n").replace("\\r", "\r"));
    json.remove("table");
    if (engine.equals("sqlite")) {
      json.put("database", "shop.db").remove(List.of("host", "port", "user", "password", "tls"));
    }

    assertWrong(json, "statement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "postgresql | SELECT a #> '{b}' AS c, x[1], 1 FROM t -- it's",
        "mariadb | SELECT '#', 1 - -1, a /* plain */ FROM t -- it's",
        "mysql | SELECT /*+ NO_INDEX(t) */ a FROM t --"
      })
  void whatADialectMayHaveIsTaken(String engine, String statement) {
    ObjectNode json = usual().put("engine", engine).put("statement", statement);
    json.remove("table");

    assertThat(usual(json).from()).contains(statement.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.", ".a", "a.b.c.d", "\"a", "a\nb", "a..b"})
  void tablesAreNames(String table) {
    assertWrong(usual().put("table", table), "table");
  }

  @Test
  void namesOfTablesAreQuoted() {
    String postgres = usual(usual().put("table", "shop.\"a.b\"\"; DROP\"")).from();
    String mySql = usual(usual().put("engine", "mysql").put("table", "shop.a`b")).from();

    assertThat(postgres).isEqualTo("\"shop\".\"a.b\"\"; DROP\"");
    assertThat(mySql).isEqualTo("`shop`.`a``b`");
  }

  @Test
  void statementsMayHaveCommentsAndEndWithASemicolon() {
    ObjectNode json = usual().put("statement", "-- (\nSELECT a, '(' FROM t /* ) */ -- end\n;\n");
    json.remove("table");

    assertThat(usual(json).from()).isEqualTo("(\n-- (\nSELECT a, '(' FROM t /* ) */ -- end\n) o");
  }

  @Test
  void secretsStayWithTheServerTheyWereGivenFor() {
    SqlSettings before = usual(usual().put("tls", true));
    ObjectNode hidden = usual().put("tls", true).put("password", "***");

    assertThat(usual(hidden.deepCopy().put("table", "other")).keepingSecretsOf(before).password())
        .isEqualTo("s3cret");
    for (ObjectNode other :
        List.of(
            hidden.deepCopy().put("host", "evil.example.com"),
            hidden.deepCopy().put("port", 1),
            hidden.deepCopy().put("engine", "mysql"),
            hidden.deepCopy().put("user", "other"),
            hidden.deepCopy().put("tls", false))) {
      assertThatThrownBy(() -> usual(other).keepingSecretsOf(before))
          .hasMessageStartingWith("password was given for another server");
    }
  }

  @Test
  void whatIsShownHasNoSecret() {
    SqlSettings settings = usual(usual());

    assertThat(settings.shown().toString()).contains("***").doesNotContain("s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret");
    assertThat(settings.server().toString()).doesNotContain("s3cret");
    assertThat(usual(settings.stored()))
        .isEqualTo(usual(usual().put("port", 5432).put("tls", false).put("refresh_seconds", 60)));
  }

  private static SqlSettings usual(ObjectNode json) {
    return SqlSettings.read(json);
  }
}
