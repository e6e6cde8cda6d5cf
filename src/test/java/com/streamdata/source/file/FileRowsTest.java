package com.streamdata.source.file;

import static com.streamdata.dataset.ColumnType.BOOLEAN;
import static com.streamdata.dataset.ColumnType.DATE;
import static com.streamdata.dataset.ColumnType.INTEGER;
import static com.streamdata.dataset.ColumnType.NUMBER;
import static com.streamdata.dataset.ColumnType.TEXT;
import static com.streamdata.dataset.ColumnType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRowsTest extends ReadFiles {
  private static final Path DEMO = Path.of("src/main/resources/demo");

  @Test
  void birdstrikesComeWithTheirNamesDatesAndCosts() throws IOException {
    Outcome outcome = read(DEMO.resolve("birdstrikes.csv"));

    assertThat(outcome.rejectedCount()).isZero();
    assertThat(rowCount()).isEqualTo(10_000);
    assertThat(columns())
        .contains(
            new Column("Flight Date", DATE),
            new Column("Cost Total $", NUMBER),
            new Column("Wildlife Species", TEXT),
            new Column("Speed IAS in knots", NUMBER));
    assertThat(rows().getFirst())
        .contains("BARKSDALE AIR FORCE BASE ARPT", LocalDate.of(1990, 1, 8), 300L);
  }

  @Test
  void theListOfRecordsIsFoundInsideOfGeoJson() throws IOException {
    read(DEMO.resolve("earthquakes.json"));

    assertThat(rowCount()).isEqualTo(1707);
    assertThat(columns())
        .contains(
            new Column("properties.mag", NUMBER),
            new Column("properties.time", NUMBER),
            new Column("geometry.coordinates", TEXT),
            new Column("id", TEXT));
    assertThat(rows().getFirst()).contains("[-118.6671667,34.4945,26.49]", 1517966773840L);
  }

  @Test
  void declaredColumnsDecideInJsonToo() throws IOException {
    read(DEMO.resolve("earthquakes.json"), new Column("properties.time", TIMESTAMP));

    assertThat(rows().getFirst()).contains(Instant.ofEpochMilli(1517966773840L));
  }

  @Test
  void unemploymentHasTimes() throws IOException {
    read(DEMO.resolve("unemployment-across-industries.json"));

    assertThat(columns())
        .containsExactly(
            new Column("series", TEXT),
            new Column("year", NUMBER),
            new Column("month", NUMBER),
            new Column("count", NUMBER),
            new Column("rate", NUMBER),
            new Column("date", TIMESTAMP));
    assertThat(rowCount()).isEqualTo(1708);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
  void encodingSeparatorDecimalCommaAndDatesAreFoundOut(String encoding) throws IOException {
    Path file = folder.resolve("euro.csv");
    Files.writeString(
        file,
        "Ort;Umsatz;Tag;PLZ\nKöln;1.234,56;31.12.2026;01234\nGöß;-2,5;01.01.2026;99999\n",
        Charset.forName(encoding));

    read(file);

    assertThat(columns())
        .containsExactly(
            new Column("Ort", TEXT),
            new Column("Umsatz", NUMBER),
            new Column("Tag", DATE),
            new Column("PLZ", TEXT));
    assertThat(rows())
        .containsExactly(
            row("Köln", 1234.56, LocalDate.of(2026, 12, 31), "01234"),
            row("Göß", -2.5, LocalDate.of(2026, 1, 1), "99999"));
  }

  @Test
  void linesThatDoNotFitAreReportedAndLeftOut() throws IOException {
    StringBuilder text = new StringBuilder("id,v\n");
    for (int i = 0; i < 30_000; i++) {
      String line = i == 25_000 ? i + ",N/A" : i == 26_000 ? i + ",1,2" : i + "," + i;
      text.append(line).append('\n');
    }
    Path file = Files.writeString(folder.resolve("messy.csv"), text);

    Outcome outcome = read(file);

    assertThat(rowCount()).isEqualTo(29_998);
    assertThat(outcome.rejectedCount()).isEqualTo(2);
    assertThat(outcome.rejected()).extracting(Rejected::line).containsExactly(25_002L, 26_002L);
    assertThat(outcome.rejected().getFirst().column()).isEqualTo("v");
    assertThat(outcome.rejected().getFirst().text()).isEqualTo("25000,N/A");
    assertThat(outcome.rejected())
        .extracting(Rejected::message)
        .containsExactly(
            "\"N/A\" is not a number as the others in this column are",
            "The line has more values than there are columns");
  }

  @Test
  void whyALineDoesNotFitIsSaidInPlainWords() throws IOException {
    StringBuilder text = new StringBuilder("day,at,ok,n\n");
    String line = "2026-01-01,2026-01-01 10:00:00,true,1\n";
    text.append(line.repeat(30_000))
        .append("soon,2026-01-01 10:00:00,true,1\n")
        .append("2026-01-01,later,true,1\n")
        .append("2026-01-01,2026-01-01 10:00:00,perhaps,1\n")
        .append("2026-01-01\n")
        .append("s".repeat(100_000) + ",2026-01-01 10:00:00,true,1\n");
    Path file = Files.writeString(folder.resolve("words.csv"), text);

    Outcome outcome = read(file);

    assertThat(outcome.rejectedCount()).isEqualTo(5);
    assertThat(outcome.rejected())
        .extracting(Rejected::column)
        .containsExactly("day", "at", "ok", null, "day");
    assertThat(outcome.rejected())
        .extracting(Rejected::message)
        .containsExactly(
            "\"soon\" is not a date",
            "\"later\" is not a date with a time",
            "\"perhaps\" is not true or false",
            "The line has fewer values than there are columns",
            '"' + "s".repeat(100) + "…\" is not a date");
  }

  @Test
  void linesOfOldMacsAreLines() throws IOException {
    Path file = Files.writeString(folder.resolve("mac.csv"), "a,b,c\r" + "1,2,3\r".repeat(600));

    read(file);

    assertThat(columns()).extracting(Column::name).containsExactly("a", "b", "c");
    assertThat(rowCount()).isEqualTo(600);
  }

  @Test
  void columnsAreCountedBelowATitleToo() throws IOException {
    String names =
        IntStream.range(0, 1_200).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = "1,".repeat(1_199) + "1\n";
    Path file =
        Files.writeString(
            folder.resolve("titled.csv"), "Our numbers\n" + names + "\n" + row.repeat(3));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(AppException.class)
        .hasMessage("The file has more than 1000 columns.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_001, 100_000})
  void fileOfTooManyColumnsIsRefused(int columns) throws IOException {
    String names =
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    Path file =
        Files.writeString(
            folder.resolve("wide.csv"), names + "\n" + "1,".repeat(columns - 1) + "1\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(AppException.class)
        .hasMessage("The file has more than 1000 columns.");
  }

  @Test
  void aFractionOrALargeNumberLateInTheFileIsNotRounded() throws IOException {
    StringBuilder text = new StringBuilder("small,large,huge,both\n");
    for (int i = 0; i < 30_000; i++) {
      text.append(i).append(',').append(i).append(',').append(i).append(',').append(i).append('\n');
    }
    text.append("0.5,9223372036854775807,9223372036854775808,9007199254740993\n0,0,0,0.5\n");
    Path file = Files.writeString(folder.resolve("late.csv"), text);

    Outcome outcome = read(file);

    assertThat(outcome.rejectedCount()).isZero();
    assertThat(columns()).extracting(Column::type).containsExactly(NUMBER, NUMBER, TEXT, TEXT);
    assertThat(rows(1, 30_000))
        .containsExactly(row(0.5, Long.MAX_VALUE, "9223372036854775808", "9007199254740993"));
  }

  @Test
  void quotesTimesAndTruthsAreRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("quoted.csv"),
            "at,ok,t\n2026-01-02T03:04:05+01:00,true,\"a,\"\"b\"\"\"\n2026-01-02T00:00:00Z,false,\"two\nlines\"\n");

    read(file);

    assertThat(columns()).extracting(Column::type).containsExactly(TIMESTAMP, BOOLEAN, TEXT);
    assertThat(rows())
        .containsExactly(
            row(Instant.parse("2026-01-02T02:04:05Z"), true, "a,\"b\""),
            row(Instant.parse("2026-01-02T00:00:00Z"), false, "two\nlines"));
  }

  @Test
  void jsonOfSeveralTypesIsTextAndOneObjectPerLineIsRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mixed.ndjson"),
            "{\"a\": 1, \"b\": {\"c\": 9223372036854775807}}\n{\"A\": \"x\", \"d\": \"2026-01-02\"}\n");

    read(file);

    assertThat(columns())
        .containsExactly(new Column("a", TEXT), new Column("b.c", NUMBER), new Column("d", DATE));
    assertThat(rows())
        .containsExactly(row("1", Long.MAX_VALUE, null), row("x", null, LocalDate.of(2026, 1, 2)));
  }

  @Test
  void recordsThatDoNotFitADeclaredColumnAreLeftOut() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("declared.json"), "[{\"v\": 1}, {\"v\": 0.5}, 7, {\"v\": 2}]");

    Outcome outcome = read(file, new Column("v", INTEGER));

    assertThat(rows()).containsExactly(row(1L), row(2L));
    assertThat(outcome.rejectedCount()).isEqualTo(2);
    assertThat(outcome.rejected().getFirst().text()).isEqualTo("0.5");
  }

  @Test
  void whatIsNoSuchFileIsSaid() throws IOException {
    Path json = Files.writeString(folder.resolve("broken.json"), "[{\"a\": 1},\n{\"a\": }]");
    Path parquet = Files.writeString(folder.resolve("broken.parquet"), "PAR1 but no more");

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(AppException.class)
        .hasMessageStartingWith("Line 2:");
    assertThatThrownBy(() -> read(parquet))
        .isInstanceOf(AppException.class)
        .hasMessageNotContaining(folder.toString());
    assertThat(rows()).isEmpty();
  }

  @Test
  void whatIsNoTextIsNoCsv() throws IOException {
    Path picture =
        Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 0, 1, 2});

    assertThatThrownBy(() -> read(picture)).hasMessageStartingWith("It is no text.");
    assertThat(rows()).isEmpty();
  }

  @Test
  void aCsvFileCannotReachOtherFiles() throws Exception {
    Path own = Files.writeString(folder.resolve("own.csv"), "a\n1\n");
    Path other = Files.writeString(folder.resolve("other.csv"), "secret\n1\n");

    try (ScratchDuckDb scratch = ScratchDuckDb.reading(own)) {
      assertThatThrownBy(() -> scratch.query("SELECT * FROM read_csv('" + other + "')", _ -> {}))
          .hasMessageContaining("Permission");
      assertThatThrownBy(() -> scratch.query("SET enable_external_access = true", _ -> {}))
          .isInstanceOf(java.sql.SQLException.class);
    }
  }
}
