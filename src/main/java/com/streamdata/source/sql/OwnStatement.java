package com.streamdata.source.sql;

import com.streamdata.error.Checks;
import java.util.regex.Pattern;

/**
 * A SELECT of the owner's, which stands as a table in ours. What it may do is limited by its
 * connection, which cannot write; this keeps it one statement that stays within its parentheses.
 *
 * @param sql without a semicolon at its end
 */
record OwnStatement(String sql) {
  private static final int LONGEST = 50_000;
  private static final Pattern START =
      Pattern.compile(
          "(?:\\s|\\(|--[^\\n]*\\n){0,200}(?:select|with)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  OwnStatement {
    sql = withoutEnd(sql);
    require(!sql.isBlank() && sql.length() <= LONGEST, "must have 1 to 50000 characters");
    require(START.matcher(sql).matches(), "must be one SELECT");
    require(
        sql.indexOf(';') < 0,
        "must be one SELECT: a semicolon may stand at its end only, in a text write chr(59) or char(59)");
    require(sql.indexOf('\0') < 0, "must not have a zero character");
    require(isBalanced(sql), "has parentheses, quotation marks or comments that are not closed");
  }

  private static void require(boolean holds, String message) {
    Checks.require(holds, "statement", message);
  }

  private static String withoutEnd(String sql) {
    String stripped = sql.strip();
    while (stripped.endsWith(";")) {
      stripped = stripped.substring(0, stripped.length() - 1).stripTrailing();
    }
    return stripped;
  }

  /** As every database reads it, which is why a backslash before a quotation mark is refused. */
  private static boolean isBalanced(String sql) {
    int depth = 0;
    int at = 0;
    while (at >= 0 && at < sql.length() && depth >= 0) {
      char sign = sql.charAt(at);
      if (sign == '\'' || sign == '"' || sign == '`') {
        at = afterQuoted(sql, at, sign);
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? -1 : end + 2;
      } else {
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
}
