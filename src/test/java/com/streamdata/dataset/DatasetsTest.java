package com.streamdata.dataset;

import static com.streamdata.dataset.SampleRows.fractions;
import static com.streamdata.dataset.SampleRows.of;
import static com.streamdata.dataset.SampleRows.texts;
import static com.streamdata.dataset.SampleRows.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.access.SourceId;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
  private static final SourceId ID = new SourceId(7);

  @TempDir private Path folder;
  private Datasets datasets;

  @BeforeEach
  void open() {
    datasets = Datasets.open(folder, InstantSource.system());
    datasets.create(ID, List.of(), Keep.ALL);
  }

  @AfterEach
  void close() {
    datasets.close();
  }

  @Test
  void everyTypeComesBackAsItWasAlsoAfterReopening() {
    Cells timestamps = new Cells(new Column("At", ColumnType.TIMESTAMP));
    timestamps.setLong(0, 1_767_323_045_000_001L);
    Cells dates = new Cells(new Column("Day", ColumnType.DATE));
    dates.setLong(0, LocalDate.of(2026, 1, 2).toEpochDay());
    Cells integers = new Cells(new Column("Exact", ColumnType.INTEGER));
    integers.setLong(0, Long.MAX_VALUE);
    Cells booleans = new Cells(new Column("ok $", ColumnType.BOOLEAN));
    booleans.setBoolean(0, true);
    Cells texts = texts("a \"quoted\" name", "Grüße, 世界 🐦");
    datasets.append(ID, of(timestamps, dates, integers, fractions("n", 0.1), booleans, texts));

    reopen();

    assertThat(datasets.rows(ID, 10, 0).rows())
        .containsExactly(
            new Object[] {
              Instant.parse("2026-01-02T03:04:05.000001Z"),
              LocalDate.of(2026, 1, 2),
              Long.MAX_VALUE,
              0.1,
              true,
              "Grüße, 世界 🐦"
            });
    assertThat(datasets.find(ID).orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("At", "Day", "Exact", "n", "ok $", "a \"quoted\" name");
  }

  @Test
  void figuresFollowEveryChange() {
    long before = datasets.version(ID);

    Dataset after = datasets.append(ID, of(whole("v", 1, 2, 3)));

    assertThat(after.rowCount()).isEqualTo(3);
    assertThat(after.version()).isGreaterThan(before).isEqualTo(datasets.version(ID));
    reopen();
    assertThat(datasets.find(ID)).contains(after);
  }

  @Test
  void laterRowsMayAddColumns() {
    datasets.append(ID, of(whole("v", 1)));
    datasets.append(ID, of(texts("who", "me"), whole("V", 2)));

    assertThat(datasets.rows(ID, 10, 0).rows())
        .containsExactly(new Object[] {1L, null}, new Object[] {2L, "me"});
  }

  @Test
  void aFractionTurnsSmallWholeNumbersIntoFractions() {
    datasets.append(ID, of(whole("v", 1, 1L << 53)));
    datasets.append(ID, of(fractions("v", 0.5)));
    datasets.append(ID, of(whole("v", 3)));

    assertThat(datasets.rows(ID, 10, 0).rows())
        .containsExactly(
            new Object[] {1.0}, new Object[] {0x1p53}, new Object[] {0.5}, new Object[] {3.0});
  }

  @Test
  void aFractionIsRefusedBesideNumbersThatWouldBeRounded() {
    datasets.append(ID, of(whole("v", (1L << 53) + 1)));

    assertThatThrownBy(() -> datasets.append(ID, of(fractions("v", 1, 0.5))))
        .isInstanceOfSatisfying(
            AppException.class,
            e -> {
              assertThat(e.code().kind()).isEqualTo(ErrorKind.INVALID);
              assertThat(e.details().getFirst().line()).isEqualTo(2);
              assertThat(e.details().getFirst().column()).isEqualTo("v");
            });
    assertThat(datasets.rows(ID, 10, 0).rows()).containsExactly(new Object[] {(1L << 53) + 1});
  }

  @Test
  void aLargeWholeNumberIsRefusedBesideFractions() {
    datasets.append(ID, of(fractions("v", 0.5)));

    assertThatThrownBy(() -> datasets.append(ID, of(whole("v", Long.MAX_VALUE))))
        .hasMessageContaining("declare the column as integer");
  }

  @Test
  void aHiddenNameIsRefused() {
    assertThatThrownBy(() -> datasets.append(ID, of(whole("__ROW", 1))))
        .isInstanceOf(AppException.class);
  }

  @Test
  void oneBadBatchSpoilsNoOther() throws Exception {
    datasets.append(ID, of(whole("v", 1)));
    List<Future<Dataset>> pushes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        Batch batch = i % 2 == 0 ? of(whole("v", i)) : of(texts("v", "no number"));
        pushes.add(threads.submit(() -> datasets.append(ID, batch)));
      }
    }

    assertThat(pushes.stream().filter(push -> push.state() == Future.State.SUCCESS)).hasSize(100);
    assertThat(datasets.find(ID).orElseThrow().rowCount()).isEqualTo(101);
    assertThat(datasets.rows(ID, 1000, 0).rows()).hasSize(101);
  }

  @Test
  void keepsTheNewestRowsOnly() {
    datasets.keep(ID, new Keep(100L, null));
    for (int i = 0; i < 10; i++) {
      datasets.append(ID, of(whole("v", 10L * i, 10L * i + 1, 10L * i + 2)));
    }
    datasets.append(ID, of(whole("v", java.util.stream.LongStream.range(1000, 1150).toArray())));

    assertThat(datasets.find(ID).orElseThrow().rowCount()).isEqualTo(100);
    assertThat(datasets.rows(ID, 1, 0).rows()).containsExactly(new Object[] {1050L});
    assertThat(datasets.rows(ID, 5, 99).rows()).containsExactly(new Object[] {1149L});
    reopen();
    assertThat(datasets.keepOf(ID)).isEqualTo(new Keep(100L, null));
    assertThat(datasets.rows(ID, 1000, 0).rows()).hasSize(100);
  }

  @Test
  void theSpaceOfRemovedRowsIsUsedAgain() throws Exception {
    datasets.keep(ID, new Keep(20_000L, null));
    long[] values = new java.util.Random(1).longs(20_000).toArray();

    for (int i = 0; i < 60; i++) {
      datasets.append(ID, of(whole("a", values), whole("b", values), whole("c", values)));
    }

    reopen();
    assertThat(datasets.find(ID).orElseThrow().rowCount()).isEqualTo(20_000);
    assertThat(Files.size(folder.resolve("rows.duckdb"))).isLessThan(10_000_000);
  }

  @Test
  void aReaderSeesOneStateAndCannotWrite() throws SQLException {
    datasets.append(ID, of(whole("v", 1)));

    long count =
        datasets.read(connection -> {
          datasets.append(ID, of(whole("v", 2)));
          try (var statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT count(*) FROM source_7")) {
            rows.next();
            return rows.getLong(1);
          }
        });

    assertThat(count).isBetween(1L, 2L);
    assertThatThrownBy(() ->
            datasets.read(connection -> {
              TableSql.execute(connection, "DELETE FROM source_7");
              return 0;
            }))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void listenersHearOfAChangeBeforeItIsAcknowledged() {
    List<Long> heard = new CopyOnWriteArrayList<>();
    datasets.onChange(id -> heard.add(datasets.version(id)));

    Dataset after = datasets.append(ID, of(whole("v", 1)));

    assertThat(heard).containsExactly(after.version());
  }

  @Test
  void anImportReplacesRowsAndColumnsAtOnce() {
    datasets.append(ID, of(whole("old", 1)));
    try (Import imported = datasets.replace(ID, List.of())) {
      imported.append(of(texts("new", "a", "b")));
      imported.append(of(texts("new", "c"), fractions("more", 0.5)));
      assertThat(datasets.rows(ID, 10, 0).rows()).containsExactly(new Object[] {1L});
      imported.finish();
    }

    assertThat(datasets.rows(ID, 10, 0).rows())
        .containsExactly(
            new Object[] {"a", null}, new Object[] {"b", null}, new Object[] {"c", 0.5});
    datasets.append(ID, of(texts("new", "d")));
    reopen();
    assertThat(datasets.find(ID).orElseThrow().rowCount()).isEqualTo(4);
  }

  @Test
  void importsThatWaitTogetherAreAllDoneAndOneThatFailsSpoilsNoOther() throws Exception {
    SourceId gone = new SourceId(100);
    List<SourceId> ids =
        LongStream.range(100, 150).mapToObj(SourceId::new).collect(Collectors.toList());
    ids.forEach(id -> datasets.create(id, List.of(), Keep.ALL));
    List<Import> imports = ids.stream().map(id -> datasets.replace(id, List.of())).toList();
    imports.forEach(imported -> imported.append(of(whole("v", imported.source().value()))));
    datasets.drop(gone);
    List<Future<?>> finished = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      imports.forEach(imported -> finished.add(threads.submit(imported::finish)));
    }

    assertThat(finished.getFirst().state()).isEqualTo(Future.State.FAILED);
    assertThat(finished.stream().skip(1)).allMatch(one -> one.state() == Future.State.SUCCESS);
    imports.forEach(Import::close);
    reopen();
    ids.remove(gone);
    for (SourceId id : ids) {
      assertThat(datasets.rows(id, 10, 0).rows()).containsExactly(new Object[] {id.value()});
      assertThat(datasets.find(id).orElseThrow().rowCount()).isEqualTo(1);
    }
    assertThat(datasets.find(gone)).isEmpty();
  }

  @Test
  void anImportThatFailsLeavesTheOldRows() {
    datasets.append(ID, of(whole("old", 1)));
    Dataset before = datasets.find(ID).orElseThrow();
    try (Import imported = datasets.replace(ID, List.of())) {
      imported.append(of(texts("new", "a", "b")));
    }

    assertThat(datasets.find(ID)).contains(before);
    reopen();
    assertThat(datasets.rows(ID, 10, 0).rows()).containsExactly(new Object[] {1L});
  }

  @Test
  void aDroppedDatasetIsGone() {
    datasets.append(ID, of(whole("v", 1)));

    datasets.drop(ID);
    datasets.drop(ID);

    assertThat(datasets.find(ID)).isEmpty();
    assertThatThrownBy(() -> datasets.append(ID, of(whole("v", 1))))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.code().kind()).isEqualTo(ErrorKind.NOT_FOUND));
  }

  @Test
  void noCopyOfTheNativeLibraryIsLeftBehindByAKilledProcess() throws Exception {
    datasets.awaitOpen();

    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      assertThat(maps.filter(line -> line.contains("/libduckdb_java")))
          .isNotEmpty()
          .allMatch(line -> line.endsWith("(deleted)"));
    }
  }

  private void reopen() {
    datasets.close();
    datasets = Datasets.open(folder, InstantSource.system());
  }
}
