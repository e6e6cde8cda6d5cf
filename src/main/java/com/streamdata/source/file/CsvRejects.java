package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines that DuckDB left out when it last read a CSV file, and why, in plain words. */
final class CsvRejects {
  private static final Pattern VALUE =
      Pattern.compile("convert string \"(.{0,100})(.*)\" to", Pattern.DOTALL);
  private static final String LAST =
      " FROM reject_errors WHERE scan_id = (SELECT max(scan_id) FROM reject_scans)";

  private final ScratchDuckDb scratch;
  private final List<Column> columns;

  CsvRejects(ScratchDuckDb scratch, List<Column> columns) {
    this.scratch = scratch;
    this.columns = columns;
  }

  Outcome outcome() throws SQLException {
    List<Rejected> shown = new ArrayList<>();
    long[] count = new long[1];
    scratch.query("SELECT count(DISTINCT line)" + LAST, row -> count[0] = row.getLong(1));
    scratch.query(
        "SELECT *"
            + LAST
            + " QUALIFY row_number() OVER (PARTITION BY line ORDER BY column_idx) = 1"
            + " ORDER BY line LIMIT "
            + Outcome.SHOWN,
        row -> shown.add(rejected(row)));
    return new Outcome(shown, count[0]);
  }

  private Rejected rejected(ResultSet row) throws SQLException {
    String type = row.getString("error_type");
    String column = type.equals("CAST") ? row.getString("column_name") : null;
    String why =
        switch (type) {
          case "CAST" -> value(row.getString("error_message")) + " is not " + wanted(column);
          case "MISSING COLUMNS" -> "The line has fewer values than there are columns";
          case "TOO MANY COLUMNS" -> "The line has more values than there are columns";
          case "UNQUOTED VALUE" -> "A quotation mark is not closed, or has text after it";
          case "LINE SIZE OVER MAXIMUM" -> "The line is too long";
          default -> "The line cannot be read";
        };
    return new Rejected(row.getLong("line"), column, row.getString("csv_line"), why);
  }

  private static String value(String message) {
    Matcher matcher = VALUE.matcher(message);
    if (!matcher.find()) {
      return "The value";
    }
    return '"' + matcher.group(1) + (matcher.group(2).isEmpty() ? "" : "…") + '"';
  }

  private String wanted(@Nullable String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .map(column ->
            switch (column.type()) {
              case INTEGER, NUMBER -> "a number as the others in this column are";
              case DATE -> "a date";
              case TIMESTAMP -> "a date with a time";
              case BOOLEAN -> "true or false";
              case TEXT -> "text";
            })
        .orElse("what the others in this column are");
  }
}
