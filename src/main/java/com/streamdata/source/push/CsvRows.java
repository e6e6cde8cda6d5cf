package com.streamdata.source.push;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads CSV in UTF-8: a line of names, then one line per row. The separator is what the first line
 * has most of: comma, semicolon, tab or bar. An empty field is null, an empty field in quotes an
 * empty text.
 */
final class CsvRows {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int LOOK_AHEAD = 64 << 10;

  private final RowFilling rows;

  CsvRows(RowFilling rows) {
    this.rows = rows;
  }

  void read(InputStream input) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    try (Reader reader = new BufferedReader(new InputStreamReader(input, decoder), LOOK_AHEAD)) {
      CsvLines lines = new CsvLines(reader, separator(reader));
      if (!lines.next()) {
        throw new AppException(PushErrors.MALFORMED, "The first line must name the columns.");
      }
      int[] places = places(lines);
      while (lines.next()) {
        readRow(lines, places);
      }
    } catch (CharacterCodingException e) {
      throw new AppException(PushErrors.MALFORMED, "The body is not UTF-8.", e);
    }
  }

  private int[] places(CsvLines lines) {
    int[] places = new int[lines.size()];
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < places.length; i++) {
      String name = lines.field(i);
      if (name.isBlank() || !seen.add(name.toLowerCase(Locale.ROOT))) {
        String message = name.isBlank() ? "has no name" : "is named twice: " + name;
        throw malformed(lines.line(), "Column " + (i + 1) + " " + message);
      }
      places[i] = rows.place(name);
    }
    return places;
  }

  private void readRow(CsvLines lines, int[] places) {
    rows.begin(lines.line());
    if (lines.size() != places.length) {
      rows.refuse(null, "has %d fields instead of %d".formatted(lines.size(), places.length));
      return;
    }
    for (int i = 0; i < places.length; i++) {
      if (lines.isQuoted(i) || !lines.field(i).isEmpty()) {
        Filling column = rows.at(places[i]);
        rows.refuse(column.name(), column.setWritten(rows.row(), lines.field(i)));
      }
    }
  }

  private static char separator(Reader reader) throws IOException {
    reader.mark(LOOK_AHEAD);
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    int most = 0;
    for (int i = 0, next = reader.read();
        i < LOOK_AHEAD - 1 && next >= 0;
        i++, next = reader.read()) {
      quoted ^= next == '"';
      if (next == '\n' && !quoted) {
        break;
      }
      for (int at = 0; at < SEPARATORS.length; at++) {
        counts[at] += !quoted && next == SEPARATORS[at] ? 1 : 0;
        most = counts[at] > counts[most] ? at : most;
      }
    }
    reader.reset();
    return SEPARATORS[most];
  }

  static AppException malformed(long line, String message) {
    return new AppException(
        PushErrors.MALFORMED,
        "Line " + line + ": " + message + ".",
        List.of(ErrorDetail.row(line, null, message)));
  }
}
