package com.streamdata.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Import;
import com.streamdata.dataset.Keep;
import com.streamdata.source.fetch.RowSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Reads files into a source that is empty before each test, as uploads are read. */
abstract class ReadFiles {
  private static final SourceId ID = new SourceId(1);

  @TempDir static Path folder;
  private static Datasets datasets;

  @BeforeAll
  static void open() {
    datasets = Datasets.open(folder.resolve("rows"), InstantSource.system());
  }

  @AfterAll
  static void close() {
    datasets.close();
  }

  @BeforeEach
  void create() {
    datasets.drop(ID);
    datasets.create(ID, List.of(), Keep.ALL);
  }

  static Outcome read(Path file, Column... declared) throws IOException {
    try (Import into = datasets.replace(ID, List.of(declared))) {
      RowSink target =
          new RowSink() {
            @Override
            public void expect(long rows) {
              assertThat(rows).isNotNegative();
            }

            @Override
            public void take(Batch batch) {
              into.append(batch);
            }
          };
      Path upload = folder.toRealPath().resolve("upload");
      Files.copy(file, upload, StandardCopyOption.REPLACE_EXISTING);
      Outcome outcome = FileRows.read(upload, FileFormat.sniff(upload), List.of(declared), target);
      into.finish();
      return outcome;
    }
  }

  static List<Column> columns() {
    return datasets.find(ID).orElseThrow().columns();
  }

  static long rowCount() {
    return datasets.find(ID).orElseThrow().rowCount();
  }

  static List<@Nullable Object[]> rows() {
    return rows(100, 0);
  }

  static List<@Nullable Object[]> rows(int limit, int offset) {
    return datasets.rows(ID, limit, offset).rows();
  }

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }
}
