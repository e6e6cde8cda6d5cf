package com.streamdata.source.file;

import static com.streamdata.source.file.ScratchDuckDb.text;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.source.fetch.RowSink;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet. Its columns have types of their own; times without a zone are taken as UTC. */
final class ParquetFile {
  private ParquetFile() {}

  static Outcome read(Path file, RowSink sink) throws SQLException {
    String from = "FROM read_parquet(" + text(file.toString()) + ")";
    try (ScratchDuckDb scratch = ScratchDuckDb.reading(file)) {
      scratch.query("SELECT count(*) " + from, row -> sink.expect(row.getLong(1)));
      List<FileColumn> columns = describe(scratch, "SELECT * " + from);
      List<Column> targets =
          columns.stream()
              .map(column -> new Column(column.name(), column.columnType(ColumnType.INTEGER)))
              .toList();
      new ResultCopy(columns, targets, sink).copyAll(scratch, from);
      return new Outcome(List.of(), 0);
    }
  }

  static List<FileColumn> describe(ScratchDuckDb scratch, String query) throws SQLException {
    List<FileColumn> columns = new ArrayList<>();
    scratch.query(
        "DESCRIBE " + query,
        row ->
            columns.add(
                new FileColumn(row.getString("column_name"), row.getString("column_type"))));
    return columns;
  }
}
