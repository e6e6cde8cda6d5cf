package com.streamdata.source.file;

import static com.streamdata.source.file.ScratchDuckDb.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a CSV file is written.
 *
 * @param options what {@code read_csv} is to be told, beginning with a comma
 * @param decimalComma whether {@code 1.234,5} is a number
 */
record CsvShape(List<FileColumn> columns, char delimiter, String options, boolean decimalComma) {
  private static final JsonMapper JSON = new JsonMapper();

  /** From a row of {@code sniff_csv}. */
  static CsvShape of(ResultSet row, String more) throws SQLException {
    List<FileColumn> columns =
        List.of(JSON.readValue(row.getString("described"), FileColumn[].class));
    String delimiter = row.getString("Delimiter");
    String options =
        ", delim = %s, quote = %s, escape = %s, skip = %d, header = %b%s%s%s"
            .formatted(
                text(delimiter),
                text(given(row.getString("Quote"), "\"")),
                text(given(row.getString("Escape"), "\"")),
                row.getLong("SkipRows"),
                row.getBoolean("HasHeader"),
                format("dateformat", row.getString("DateFormat")),
                format("timestampformat", row.getString("TimestampFormat")),
                more);
    return new CsvShape(columns, delimiter.charAt(0), options, !more.isEmpty());
  }

  long numbers() {
    return columns.stream().filter(FileColumn::isNumber).count();
  }

  /** A text with a number in it, in the form in which SQL writes numbers. */
  String plain(String column) {
    return decimalComma ? "replace(replace(" + column + ", '.', ''), ',', '.')" : column;
  }

  private static String given(@Nullable String sniffed, String usual) {
    return sniffed == null || sniffed.isEmpty() || sniffed.equals("(empty)") ? usual : sniffed;
  }

  private static String format(String option, @Nullable String sniffed) {
    return sniffed == null ? "" : ", " + option + " = " + text(sniffed);
  }
}
