package com.streamdata.source.push;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits CSV into lines of fields (RFC 4180). Blank lines are skipped; a quoted field may hold line
 * ends.
 */
final class CsvLines {
  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char separator;
  private final List<String> fields = new ArrayList<>();
  private final List<Boolean> quoted = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private long nextLine = 1;
  private long line;
  private int next;

  CsvLines(Reader reader, char separator) throws IOException {
    this.reader = reader;
    this.separator = separator;
    this.next = reader.read();
    if (next == BYTE_ORDER_MARK) {
      next = reader.read();
    }
  }

  /** Goes to the next line that has something; false at the end. */
  boolean next() throws IOException {
    skipBlankLines();
    if (next == END) {
      return false;
    }
    fields.clear();
    quoted.clear();
    line = nextLine;
    boolean more = true;
    while (more) {
      readField();
      more = next == separator;
      advance(more);
    }
    endLine();
    return true;
  }

  /** The line at which the fields begin, from 1. */
  long line() {
    return line;
  }

  int size() {
    return fields.size();
  }

  String field(int index) {
    return fields.get(index);
  }

  boolean isQuoted(int index) {
    return quoted.get(index);
  }

  private void readField() throws IOException {
    field.setLength(0);
    boolean quotes = next == '"';
    if (quotes) {
      readQuoted();
    }
    while (next != separator && next != '\n' && next != '\r' && next != END) {
      field.append((char) next);
      next = reader.read();
    }
    fields.add(field.toString());
    quoted.add(quotes);
  }

  private void readQuoted() throws IOException {
    next = reader.read();
    while (next != END) {
      if (next == '"') {
        next = reader.read();
        if (next != '"') {
          return;
        }
      }
      nextLine += next == '\n' ? 1 : 0;
      field.append((char) next);
      next = reader.read();
    }
    throw CsvRows.malformed(line, "a quote is opened and never closed");
  }

  private void skipBlankLines() throws IOException {
    while (next == '\n' || next == '\r') {
      endLine();
    }
  }

  private void endLine() throws IOException {
    advance(next == '\r');
    nextLine += next == '\n' ? 1 : 0;
    advance(next == '\n');
  }

  private void advance(boolean when) throws IOException {
    if (when) {
      next = reader.read();
    }
  }
}
