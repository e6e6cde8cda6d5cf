package com.streamdata.source.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.streamdata.access.SourceId;
import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.dataset.Datasets;
import com.streamdata.dataset.Keep;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.error.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushedRowsTest {
  @TempDir private static Path folder;
  private static Datasets datasets;
  private static long lastId;
  private SourceId id = new SourceId(0);

  @BeforeAll
  static void open() {
    datasets = Datasets.open(folder, InstantSource.system());
  }

  @AfterAll
  static void close() {
    datasets.close();
  }

  @BeforeEach
  void create() {
    id = new SourceId(++lastId);
    datasets.create(id, List.of(), Keep.ALL);
  }

  @Test
  void typesAreGuessedFromTheFirstPush() throws IOException {
    json(
        """
        [{"at": "2026-01-02T03:04:05+01:00", "day": "2026-01-02", "n": 1, "f": 0.1, "ok": true, "t": "x"},
         {"at": "2026-01-02 03:04", "day": "2026-02-28", "n": 9223372036854775807, "f": 1e3, "ok": null, "t": "2"}]
        """);

    assertThat(columns())
        .containsExactly(
            new Column("at", ColumnType.TIMESTAMP),
            new Column("day", ColumnType.DATE),
            new Column("n", ColumnType.NUMBER),
            new Column("f", ColumnType.NUMBER),
            new Column("ok", ColumnType.BOOLEAN),
            new Column("t", ColumnType.TEXT));
    assertThat(rows())
        .containsExactly(
            row(
                Instant.parse("2026-01-02T02:04:05Z"),
                LocalDate.of(2026, 1, 2),
                1L,
                0.1,
                true,
                "x"),
            row(
                Instant.parse("2026-01-02T03:04:00Z"),
                LocalDate.of(2026, 2, 28),
                Long.MAX_VALUE,
                1000.0,
                null,
                "2"));
  }

  @Test
  void everyRowThatDoesNotFitIsNamedAndNothingIsKept() throws IOException {
    declare(new Column("at", ColumnType.TIMESTAMP), new Column("v", ColumnType.NUMBER));

    AppException refusal =
        refusalOf(
            PushFormat.NDJSON,
            """
            {"at": "2026-01-02T03:04:05Z", "v": 1}

            {"at": "yesterday", "v": "1"}
            7
            {"v": 1, "v": 2}
            """);

    assertThat(refusal.code().code()).isEqualTo("rows.refused");
    assertThat(refusal).hasMessage("3 of 4 rows do not fit, so none was kept.");
    assertThat(refusal.details())
        .extracting(ErrorDetail::line, ErrorDetail::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, "at"),
            org.assertj.core.groups.Tuple.tuple(3L, "v"),
            org.assertj.core.groups.Tuple.tuple(4L, null),
            org.assertj.core.groups.Tuple.tuple(5L, "v"));
    assertThat(rows()).isEmpty();
  }

  @Test
  void aHundredFaultsAreShownAndAllAreCounted() throws IOException {
    declare(new Column("v", ColumnType.NUMBER));

    AppException refusal = refusalOf(PushFormat.CSV, "v\n" + "x\n".repeat(250) + "1\n");

    assertThat(refusal.details()).hasSize(100);
    assertThat(refusal.getMessage()).contains("250 of 251 rows").contains("100 of 250 faults");
  }

  @Test
  void objectsInObjectsBecomeColumnsWithDotsAndListsTheirText() throws IOException {
    json("[{\"a\": {\"b\": {\"c\": 1}, \"d\": [1, {\"e\": \"x\"}]}, \"empty\": {}}]");

    assertThat(columns()).extracting(Column::name).containsExactly("a.b.c", "a.d");
    assertThat(rows()).containsExactly(row(1L, "[1,{\"e\":\"x\"}]"));
  }

  @Test
  void namesThatDifferInCaseOnlyAreOneColumn() throws IOException {
    json("[{\"Temp\": 1}]");
    json("[{\"temp\": 2}, {\"TEMP\": 3}]");

    assertThat(columns()).extracting(Column::name).containsExactly("Temp");
    assertThat(refusalOf(PushFormat.JSON, "[{\"Temp\": 1, \"temp\": 2}]").details())
        .containsExactly(ErrorDetail.row(1, "Temp", "is given twice"));
  }

  @Test
  void declaredColumnsDecide() throws IOException {
    declare(
        new Column("whole", ColumnType.INTEGER),
        new Column("at", ColumnType.TIMESTAMP),
        new Column("code", ColumnType.TEXT));
    json("[{\"whole\": 5.0, \"at\": 1767323045123, \"code\": \"2026-01-02\"}]");

    assertThat(rows())
        .containsExactly(row(5L, Instant.parse("2026-01-02T03:04:05.123Z"), "2026-01-02"));
    assertThat(refusalOf(PushFormat.JSON, "[{\"whole\": 0.5}]")).hasMessageContaining("1 of 1");
    assertThat(refusalOf(PushFormat.JSON, "[{\"code\": 5}]").details().getFirst().message())
        .isEqualTo("is a number, but the column is text");
  }

  @Test
  void numbersThatWouldBeRoundedAreRefused() {
    assertThat(refusalOf(PushFormat.JSON, "[{\"v\": 9223372036854775808}]").details().getFirst())
        .extracting(ErrorDetail::message)
        .asString()
        .contains("too large");
    assertThat(refusalOf(PushFormat.JSON, "[{\"v\": 9007199254740993}, {\"v\": 0.5}]").details())
        .extracting(ErrorDetail::line)
        .containsExactly(2L);
    assertThat(refusalOf(PushFormat.JSON, "[{\"v\": 1e999}]").details()).hasSize(1);
  }

  @Test
  void csvIsReadWithQuotesEmptyFieldsAndAnySeparator() throws IOException {
    push(
        PushFormat.CSV,
        "\uFEFFname;n;ok;zip;day\r\n\"a;\"\"b\"\"\nc\";1.5;TRUE;007;2026-01-02\r\n\r\n\"\";;;;\r\n");

    assertThat(columns())
        .extracting(Column::type)
        .containsExactly(
            ColumnType.TEXT,
            ColumnType.NUMBER,
            ColumnType.BOOLEAN,
            ColumnType.TEXT,
            ColumnType.DATE);
    assertThat(rows())
        .containsExactly(
            row("a;\"b\"\nc", 1.5, true, "007", LocalDate.of(2026, 1, 2)),
            row("", null, null, null, null));
  }

  @Test
  void csvLinesAreCountedAsInTheFile() {
    AppException refusal = refusalOf(PushFormat.CSV, "a,b\n\"x\ny\",1\n1,2,3\n");

    assertThat(refusal.details())
        .containsExactly(ErrorDetail.row(4, null, "has 3 fields instead of 2"));
  }

  @Test
  void whatCannotBeReadIsSaidWithItsLine() {
    assertThat(
            refusalOf(PushFormat.JSON, "[{\"a\": 1},\n{\"a\": nope}]").details().getFirst().line())
        .isEqualTo(2);
    assertThat(refusalOf(PushFormat.JSON, "{\"a\": 1}")).hasMessageContaining("array of objects");
    assertThat(refusalOf(PushFormat.JSON, "")).hasMessageContaining("array of objects");
    assertThat(refusalOf(PushFormat.JSON, "[{\"a\":1}")).hasMessageContaining("not JSON");
    assertThat(refusalOf(PushFormat.CSV, "a,A\n1,2\n")).hasMessageContaining("named twice");
    assertThat(refusalOf(PushFormat.CSV, "a\n\"open\n")).hasMessageContaining("never closed");
  }

  @Test
  void aSmallBodyThatUnpacksToAHugeOneIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      byte[] blanks = new byte[1 << 20];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 70; i++) {
        zip.write(blanks);
      }
    }

    assertThatThrownBy(() ->
            PushedRows.read(
                new ByteArrayInputStream(packed.toByteArray()), PushFormat.JSON, true, List.of()))
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.code().kind()).isEqualTo(ErrorKind.TOO_LARGE));
  }

  private void declare(Column... columns) {
    datasets.drop(id);
    datasets.create(id, List.of(columns), Keep.ALL);
  }

  private void json(String text) throws IOException {
    push(PushFormat.JSON, text);
  }

  private void push(PushFormat format, String text) throws IOException {
    var body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    datasets.append(id, PushedRows.read(body, format, false, columns()));
  }

  private AppException refusalOf(PushFormat format, String text) {
    return catchThrowableOfType(AppException.class, () -> push(format, text));
  }

  private List<Column> columns() {
    return datasets.find(id).orElseThrow().columns();
  }

  private List<@Nullable Object[]> rows() {
    return datasets.rows(id, 100, 0).rows();
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }
}
