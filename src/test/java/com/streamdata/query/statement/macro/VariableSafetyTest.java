package com.streamdata.query.statement.macro;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.query.time.Interval;
import com.streamdata.query.time.TimeRange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever value somebody chooses, the statement stays the statement that its owner wrote. */
class VariableSafetyTest {
  private static final List<String> NASTY =
      List.of(
          "",
          "'",
          "''",
          "\"",
          "\\",
          "\\'",
          "--",
          "/*",
          "*/",
          ";",
          "$",
          "$1",
          "?",
          "$x",
          "${x}",
          "[[x]]",
          "$__timeFrom()",
          ") OR 1=1 --",
          "'; DROP TABLE t; --",
          "\0",
          "\n",
          "\u2028",
          "ä",
          "💥",
          "NULL",
          "1",
          "1e9",
          "%",
          "_",
          "E'\\''",
          "' || getenv('HOME') || '",
          "{",
          "}");

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT * FROM t WHERE a = $x AND b IN (${y}) OR c = '[[x]]'",
          "SELECT '$x', 'a $y b ${x:csv}', ${x:raw}, '${x:regex}', '${y:pipe}' FROM t /* $x */",
          "SELECT a FROM t WHERE a LIKE '%' || '${x}%' AND $__timeFilter(seen) -- $x\nLIMIT 3",
          "WITH c AS (SELECT $x AS a) SELECT * FROM c, t WHERE c.a = ${x:doublequote}");

  @Test
  void noValueChangesTheTree() throws SQLException {
    Random random = new Random(7);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (String statement : STATEMENTS) {
        String harmless = tree(connection, expand(statement, "a", "b"));
        assertThat(harmless).as(statement).contains("\"error\":false");
        for (int i = 0; i < 500; i++) {
          String text = expand(statement, nasty(random), nasty(random));
          assertThat(tree(connection, text)).as(statement).isEqualTo(harmless);
        }
      }
    }
  }

  private static String nasty(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      value.append(NASTY.get(random.nextInt(NASTY.size())));
    }
    return value.toString();
  }

  private static String expand(String statement, String x, String y) {
    TimeRange range = new TimeRange("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
    Interval interval = range.resolve(java.time.Instant.EPOCH, java.time.ZoneId.of("UTC"));
    return StatementExpander.expand(
            statement,
            new Scope(interval, Duration.ofMinutes(1), Map.of("x", List.of(x), "y", List.of(y, x))))
        .sql();
  }

  private static String tree(Connection connection, String sql) throws SQLException {
    List<String> trees = new ArrayList<>();
    try (PreparedStatement parse =
        connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      parse.setString(1, sql);
      try (ResultSet result = parse.executeQuery()) {
        while (result.next()) {
          trees.add(result.getString(1));
        }
      }
    }
    return String.join("", trees);
  }
}
