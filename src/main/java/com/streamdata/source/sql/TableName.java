package com.streamdata.source.sql;

import com.streamdata.engine.SqlEngine;
import com.streamdata.error.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a table or view: {@code orders}, {@code shop.orders}, or {@code shop."odd.name"}.
 * Always quoted, so that nothing in it is SQL.
 *
 * @param parts from the outermost, 1 to 3
 */
record TableName(List<String> parts) {
  private static final int MOST_PARTS = 3;
  private static final int LONGEST_PART = 200;

  TableName {
    parts = List.copyOf(parts);
    boolean usual =
        parts.stream()
            .allMatch(part ->
                !part.isBlank()
                    && part.length() <= LONGEST_PART
                    && part.chars().noneMatch(Character::isISOControl));
    Checks.require(
        usual && !parts.isEmpty() && parts.size() <= MOST_PARTS,
        "table",
        "must be a name such as orders, shop.orders or shop.\"odd.name\"");
  }

  /**
   * Reads a name as people write it.
   *
   * @throws com.streamdata.error.AppException naming the member {@code table}
   */
  static TableName parse(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"' && quoted && text.startsWith("\"\"", i)) {
        part.append(sign);
        i++;
      } else if (sign == '"') {
        quoted = !quoted;
      } else if (sign == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(sign);
      }
    }
    parts.add(part.toString());
    Checks.require(!quoted, "table", "has a quotation mark that is not closed");
    return new TableName(parts);
  }

  /** As it stands in SQL. */
  String sql(SqlEngine engine) {
    String quote = quote(engine);
    return parts.stream()
        .map(part -> quote + part.replace(quote, quote + quote) + quote)
        .collect(Collectors.joining("."));
  }

  private static String quote(SqlEngine engine) {
    return switch (engine) {
      case MYSQL, MARIADB -> "`";
      case POSTGRESQL, SQLITE, TRINO -> "\"";
    };
  }
}
