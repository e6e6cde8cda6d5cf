package com.streamdata.source.file;

import static com.streamdata.source.file.ScratchDuckDb.name;
import static com.streamdata.source.file.ScratchDuckDb.text;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.source.fetch.RowSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads CSV in UTF-8. Delimiter, quotes and formats are guessed from the first rows; whether a
 * column of numbers has fractions, or numbers that would lose digits, is looked up in the whole
 * file before it is read.
 */
final class CsvFile {
  private static final String DELIMITERS = ",;\t|";
  private static final String TRUST =
      "auto_type_candidates = ['BOOLEAN', 'BIGINT', 'DOUBLE', 'DATE', 'TIMESTAMP', 'TIMESTAMPTZ', 'VARCHAR']";
  private static final String COMMA = ", decimal_separator = ',', thousands = '.'";

  private final ScratchDuckDb scratch;
  private final String path;
  private final List<Column> declared;

  private CsvFile(ScratchDuckDb scratch, Path file, List<Column> declared) {
    this.scratch = scratch;
    this.path = text(file.toString());
    this.declared = declared;
  }

  static Outcome read(Path file, List<Column> declared, RowSink sink)
      throws IOException, SQLException {
    expectFewColumns(file);
    try (ScratchDuckDb scratch = ScratchDuckDb.reading(file)) {
      return new CsvFile(scratch, file, declared).read(sink);
    }
  }

  /** DuckDB's guess of the shape takes memory for each column, and does not say why it had none. */
  private static void expectFewColumns(Path file) throws IOException {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int next = in.read(); next >= 0 && (quoted || !isEnd(next)); next = in.read()) {
        quoted ^= next == '"';
        int delimiter = quoted ? -1 : DELIMITERS.indexOf(next);
        if (delimiter >= 0 && ++counts[delimiter] >= FileColumn.MOST) {
          throw FileErrors.tooManyColumns("file");
        }
      }
    }
  }

  private static boolean isEnd(int character) {
    return character == '\n' || character == '\r';
  }

  private Outcome read(RowSink sink) throws SQLException {
    CsvShape shape = shape();
    if (shape.columns().size() > FileColumn.MOST) {
      throw FileErrors.tooManyColumns("file");
    }
    List<FileColumn> columns = look(shape, sink);
    List<Column> targets = columns.stream().map(this::target).toList();
    new ResultCopy(columns, targets, sink).copyAll(scratch, from(shape, columns));
    return new CsvRejects(scratch, targets).outcome();
  }

  /** Numbers with a decimal comma are numbers if that makes numbers of more columns. */
  private CsvShape shape() throws SQLException {
    CsvShape point = sniff("");
    CsvShape comma = sniff(COMMA);
    boolean better = point.delimiter() != ',' && comma.numbers() > point.numbers();
    return better ? comma : point;
  }

  private CsvShape sniff(String more) throws SQLException {
    List<CsvShape> found = new ArrayList<>();
    scratch.query(
        "SELECT *, to_json(Columns)::VARCHAR AS described FROM sniff_csv("
            + path
            + ", "
            + TRUST
            + more
            + ")",
        row -> found.add(CsvShape.of(row, more)));
    return found.getFirst();
  }

  private String from(CsvShape shape, List<FileColumn> columns) {
    String types =
        columns.stream()
            .map(column -> text(column.name()) + ": " + text(column.type()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "FROM read_csv(%s, auto_detect = false, store_rejects = true, columns = %s%s)"
        .formatted(path, types, shape.options());
  }

  /** Looks at every line once, as text, to choose types that keep every digit. */
  private List<FileColumn> look(CsvShape shape, RowSink sink) throws SQLException {
    List<FileColumn> texts =
        shape.columns().stream().map(column -> new FileColumn(column.name(), "VARCHAR")).toList();
    List<FileColumn> doubtful = shape.columns().stream().filter(this::isDoubtful).toList();
    String select =
        doubtful.stream()
            .map(column -> ", " + CsvNumbers.look(shape.plain(name(column.name()))))
            .collect(Collectors.joining());
    List<FileColumn> columns = new ArrayList<>();
    scratch.query(
        "SELECT count(*)" + select + " " + from(shape, texts),
        row -> {
          sink.expect(row.getLong(1));
          for (FileColumn column : shape.columns()) {
            int at = doubtful.indexOf(column);
            columns.add(at < 0 ? known(column) : fitting(column, CsvNumbers.type(row, at)));
          }
        });
    return columns;
  }

  private boolean isDoubtful(FileColumn column) {
    return type(column)
        .map(type -> type == ColumnType.NUMBER || type == ColumnType.INTEGER)
        .orElse(column.isNumber());
  }

  private FileColumn fitting(FileColumn column, String found) {
    ColumnType wanted = type(column).orElse(ColumnType.TEXT);
    boolean fits =
        switch (wanted) {
          case INTEGER -> found.equals("BIGINT");
          case NUMBER -> !found.equals("VARCHAR");
          case TEXT, BOOLEAN, DATE, TIMESTAMP -> true;
        };
    if (!fits) {
      throw FileErrors.unreadable(
          "Column %s has numbers that would lose digits as %s."
              .formatted(column.name(), wanted.wireName()));
    }
    return new FileColumn(column.name(), found);
  }

  private FileColumn known(FileColumn column) {
    return type(column)
        .map(type -> new FileColumn(column.name(), FileColumn.sqlType(type)))
        .orElse(column);
  }

  private Optional<ColumnType> type(FileColumn column) {
    return FileColumn.declared(declared, column.name()).map(Column::type);
  }

  private Column target(FileColumn column) {
    ColumnType type = type(column).orElse(column.columnType(ColumnType.NUMBER));
    return new Column(column.name(), type);
  }
}
