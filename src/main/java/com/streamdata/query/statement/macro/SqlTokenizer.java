package com.streamdata.query.statement.macro;

import com.streamdata.error.AppException;
import com.streamdata.query.ask.QueryErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a statement apart as DuckDB does, so far as comments, strings and names are concerned. */
final class SqlTokenizer {
  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlTokenizer(String sql) {
    this.sql = sql;
  }

  /**
   * @throws AppException if a string, name or comment does not end
   */
  static List<SqlToken> tokens(String sql) {
    SqlTokenizer tokenizer = new SqlTokenizer(sql);
    while (tokenizer.at < sql.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char sign = sql.charAt(at);
    if (Character.isWhitespace(sign)) {
      add(SqlToken.Kind.SPACE, blanksFrom(at));
    } else if (sql.startsWith("--", at)) {
      skipTo(lineEnd());
    } else if (sql.startsWith("/*", at)) {
      skipTo(commentEnd());
    } else if (sign == '\'') {
      add(SqlToken.Kind.STRING, quotedEnd(at, sign, false));
    } else if (sign == '"') {
      add(SqlToken.Kind.QUOTED, quotedEnd(at, sign, false));
    } else if ((sign == 'e' || sign == 'E') && sql.startsWith("'", at + 1)) {
      add(SqlToken.Kind.ESCAPED, quotedEnd(at + 1, '\'', true));
    } else if (isWordPart(sign)) {
      add(SqlToken.Kind.WORD, wordFrom(at));
    } else {
      referenceOrSign();
    }
  }

  private void referenceOrSign() {
    Optional<SqlReference> reference = SqlReference.at(sql, at);
    if (reference.isPresent()) {
      add(SqlToken.Kind.REFERENCE, at + reference.get().text().length());
    } else if (sql.charAt(at) == '$') {
      throw refused("A $ begins a variable or macro here; write strings as '…'.");
    } else {
      add(SqlToken.Kind.SIGN, at + Character.charCount(sql.codePointAt(at)));
    }
  }

  private void add(SqlToken.Kind kind, int end) {
    tokens.add(new SqlToken(kind, sql.substring(at, end)));
    at = end;
  }

  private void skipTo(int end) {
    tokens.add(new SqlToken(SqlToken.Kind.SPACE, " "));
    at = end;
  }

  private int blanksFrom(int start) {
    int end = start;
    while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private int wordFrom(int start) {
    int end = start;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || Character.isSurrogate(sign);
  }

  private int lineEnd() {
    int end = at;
    while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Comments may stand in comments. */
  private int commentEnd() {
    int depth = 0;
    int end = at;
    do {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    } while (depth > 0 && end < sql.length());
    if (depth > 0) {
      throw refused("A comment does not end.");
    }
    return end;
  }

  private int quotedEnd(int start, char quote, boolean escapes) {
    int end = start + 1;
    while (end < sql.length()) {
      char sign = sql.charAt(end);
      if (escapes && sign == '\\') {
        end += 2;
      } else if (sign != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        return end + 1;
      }
    }
    throw refused(quote == '"' ? "A quoted name does not end." : "A string does not end.");
  }

  private static AppException refused(String message) {
    return new AppException(QueryErrors.STATEMENT, message);
  }
}
