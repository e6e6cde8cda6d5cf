package com.streamdata.source.sql;

import com.streamdata.engine.SqlEngine;
import com.streamdata.error.Checks;
import java.util.regex.Pattern;

/**
 * A SELECT of the owner's, which stands as a table in ours. What it may do is limited by its
 * connection, which cannot write; this keeps it one statement that stays within its parentheses.
 * What one database reads in another way than is read here is refused.
 *
 * @param sql without a semicolon at its end
 */
record OwnStatement(String sql, SqlEngine engine) {
  private static final int LONGEST = 50_000;
  private static final Pattern START =
      Pattern.compile(
          "(?:\\s|\\(|--[^\\n]*\\n){0,200}(?:select|with)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Texts of PostgreSQL between dollar signs. */
  private static final Pattern DOLLARS = Pattern.compile("\\$[\\p{L}_]?[\\p{L}\\p{N}_]*\\$");

  OwnStatement {
    sql = withoutEnd(sql);
    require(!sql.isBlank() && sql.length() <= LONGEST, "must have 1 to 50000 characters");
    require(START.matcher(sql).matches(), "must be one SELECT");
    require(
        sql.indexOf(';') < 0,
        "must be one SELECT: a semicolon may stand at its end only, in a text write chr(59) or char(59)");
    require(
        sql.indexOf('\0') < 0 && sql.indexOf('\r') < 0,
        "must not have a zero character, and lines that end as usual");
    require(
        isBalanced(sql, engine),
        "has parentheses, quotation marks or comments that are not closed");
  }

  private static void require(boolean holds, String message) {
    Checks.require(holds, "statement", message);
  }

  private static String withoutEnd(String sql) {
    String stripped = sql.replace("\r\n", "\n").strip();
    while (stripped.endsWith(";")) {
      stripped = stripped.substring(0, stripped.length() - 1).stripTrailing();
    }
    return stripped;
  }

  /** As every database reads it, which is why a backslash before a quotation mark is refused. */
  private static boolean isBalanced(String sql, SqlEngine engine) {
    int depth = 0;
    int at = 0;
    while (at >= 0 && at < sql.length() && depth >= 0) {
      char sign = sql.charAt(at);
      if (sign == '\'' || sign == '"' || sign == '`') {
        at = afterQuoted(sql, at, sign);
      } else if (sql.startsWith("--", at)) {
        at = afterLine(sql, at, engine);
      } else if (sql.startsWith("/*", at)) {
        at = afterComment(sql, at);
      } else {
        requireTheSameEverywhere(sql, at, engine);
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        at++;
      }
    }
    return depth == 0 && at >= 0;
  }

  private static int afterQuoted(String sql, int start, char quote) {
    int end = sql.indexOf(quote, start + 1);
    return end < 0 || sql.charAt(end - 1) == '\\' ? -1 : end + 1;
  }

  private static int afterLine(String sql, int start, SqlEngine engine) {
    int next = start + 2;
    require(
        !isMySql(engine) || next == sql.length() || " \t\n".indexOf(sql.charAt(next)) >= 0,
        "must have a blank behind the -- that begins a comment, and between two minus signs");
    int end = sql.indexOf('\n', start);
    return end < 0 ? sql.length() : end;
  }

  /** MySQL runs what stands in some comments, PostgreSQL has comments in comments. */
  private static int afterComment(String sql, int start) {
    int end = sql.indexOf("*/", start + 2);
    String text = end < 0 ? "" : sql.substring(start + 2, end);
    require(!text.contains("/*"), "must not have a comment in a comment");
    require(
        !text.startsWith("!") && !text.startsWith("M!"),
        "must not have comments that begin with !");
    return end < 0 ? -1 : end + 2;
  }

  private static void requireTheSameEverywhere(String sql, int at, SqlEngine engine) {
    switch (engine) {
      case MYSQL, MARIADB ->
          require(sql.charAt(at) != '#', "must not have a #; begin comments with -- and a blank");
      case POSTGRESQL ->
          require(
              sql.charAt(at) != '$' || !DOLLARS.matcher(sql).region(at, sql.length()).lookingAt(),
              "must not have texts between dollar signs; use quotation marks");
      case SQLITE ->
          require(
              sql.charAt(at) != '[', "must not have names in brackets; use double quotation marks");
      case TRINO -> {}
    }
  }

  private static boolean isMySql(SqlEngine engine) {
    return engine == SqlEngine.MYSQL || engine == SqlEngine.MARIADB;
  }
}
