package com.streamdata.query.table;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV (RFC 4180): a line of names, then the rows, each ended by CRLF. A null is
 * nothing between the commas, an empty text is {@code ""}.
 *
 * <p>A text or name that a spreadsheet would take for a formula gets an apostrophe before it, for
 * what somebody pushed must not run on the machine of somebody who only downloads. Programs that
 * want it untouched read JSON.
 */
public final class TableCsv {
  private static final Pattern NEEDS_QUOTES = Pattern.compile("^$|^\\s|\\s$|[\",\\r\\n]");
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

  private TableCsv() {}

  public static String write(Table table) {
    StringBuilder csv = new StringBuilder();
    line(csv, table, TableColumn::name);
    for (int i = 0; i < table.rowCount(); i++) {
      int row = i;
      line(csv, table, column -> column.values().get(row));
    }
    return csv.toString();
  }

  private static void line(
      StringBuilder csv, Table table, Function<TableColumn, @Nullable Object> value) {
    String separator = "";
    for (TableColumn column : table.columns()) {
      csv.append(separator);
      cell(csv, value.apply(column));
      separator = ",";
    }
    csv.append("\r\n");
  }

  private static void cell(StringBuilder csv, @Nullable Object value) {
    if (value instanceof String text) {
      String safe = FORMULA.matcher(text).find() ? "'" + text : text;
      csv.append(NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
    } else if (value != null) {
      csv.append(value);
    }
  }
}
