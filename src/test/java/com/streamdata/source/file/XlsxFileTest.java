package com.streamdata.source.file;

import static com.streamdata.dataset.ColumnType.BOOLEAN;
import static com.streamdata.dataset.ColumnType.DATE;
import static com.streamdata.dataset.ColumnType.INTEGER;
import static com.streamdata.dataset.ColumnType.NUMBER;
import static com.streamdata.dataset.ColumnType.TEXT;
import static com.streamdata.dataset.ColumnType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.streamdata.dataset.Batch;
import com.streamdata.dataset.Column;
import com.streamdata.error.AppException;
import com.streamdata.source.fetch.RowSink;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Excel workbooks, good and hostile. */
class XlsxFileTest extends ReadFiles {
  @Test
  void numbersDatesTruthsAndTextsKeepTheirTypes() throws IOException {
    Path file =
        workbook(sheet -> {
          header(sheet, "Name", "Amount", "Id", "Day", "At", "Ok", "", "name");
          sheet.value(1, 0, "Köln & \"Bonn\"");
          sheet.value(1, 1, 0.1);
          sheet.value(1, 2, new BigDecimal("123456789012345"));
          sheet.value(1, 3, LocalDate.of(2026, 1, 2));
          sheet.style(1, 3).format("yyyy-mm-dd").set();
          sheet.value(1, 4, LocalDateTime.of(2026, 1, 2, 3, 4, 5));
          sheet.style(1, 4).format("dd/mm/yyyy hh:mm:ss").set();
          sheet.value(1, 5, true);
          sheet.value(1, 6, "x");
          sheet.value(3, 7, "second");
        });

    Outcome outcome = read(file);

    assertThat(outcome.rejectedCount()).isZero();
    assertThat(columns())
        .containsExactly(
            new Column("Name", TEXT),
            new Column("Amount", NUMBER),
            new Column("Id", NUMBER),
            new Column("Day", DATE),
            new Column("At", TIMESTAMP),
            new Column("Ok", BOOLEAN),
            new Column("G", TEXT),
            new Column("name 2", TEXT));
    assertThat(rows())
        .containsExactly(
            row(
                "Köln & \"Bonn\"",
                0.1,
                123456789012345L,
                LocalDate.of(2026, 1, 2),
                Instant.parse("2026-01-02T03:04:05Z"),
                true,
                "x",
                null),
            row(null, null, null, null, null, null, null, "second"));
  }

  @Test
  void theFirstSheetWithRowsIsTaken() throws IOException {
    Path file = folder.resolve("sheets.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      book.newWorksheet("Empty");
      Worksheet rows = book.newWorksheet("Rows");
      header(rows, "a");
      rows.value(1, 0, "x");
      header(book.newWorksheet("Later"), "b");
    }

    read(file);

    assertThat(columns()).containsExactly(new Column("a", TEXT));
  }

  @Test
  void anErrorLeavesItsCellEmptyAndAnOddCellItsRowOutAndBothAreReported() throws IOException {
    StringBuilder rows = new StringBuilder("<row r='1'><c r='B1' t='str'><v>v</v></c></row>");
    for (int line = 2; line <= 301; line++) {
      String cell =
          switch (line) {
            case 7 -> "<c r='B7' t='e'><f>1/0</f><v>#DIV/0!</v></c>";
            case 9 -> "<c r='B9' t='inlineStr'><is><t>n/a</t></is></c>";
            default -> "<c r='B" + line + "'><v>" + line + "</v></c>";
          };
      rows.append("<row r='").append(line).append("'>").append(cell).append("</row>");
    }

    Outcome outcome = read(Zip.workbook(rows.toString()).write(folder.resolve("odd.xlsx")));

    assertThat(columns()).containsExactly(new Column("v", NUMBER));
    assertThat(rowCount()).isEqualTo(299);
    assertThat(outcome.rejectedCount()).isEqualTo(2);
    assertThat(outcome.rejected())
        .extracting(Rejected::line, Rejected::column, Rejected::text)
        .containsExactly(tuple(7L, "v", "#DIV/0!"), tuple(9L, "v", "n/a"));
  }

  @Test
  void declaredColumnsDecide() throws IOException {
    Path file =
        workbook(sheet -> {
          header(sheet, "id", "plz");
          sheet.value(1, 0, "17");
          sheet.value(1, 1, 1234);
          sheet.value(2, 0, 1.5);
        });

    Outcome outcome = read(file, new Column("id", INTEGER), new Column("plz", TEXT));

    assertThat(rows()).containsExactly(row(17L, "1234"));
    assertThat(outcome.rejected()).extracting(Rejected::line).containsExactly(3L);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 1900-01-01",
    "59, false, 1900-02-28",
    "61, false, 1900-03-01",
    "45000, false, 2023-03-15",
    "0, true, 1904-01-01",
    "2958465, false, 9999-12-31"
  })
  void daysAreCountedAsExcelCountsThem(String number, boolean from1904, String date) {
    SheetCell cell = SerialDay.cell(0, number, XlsxFormats.Shown.DATE, from1904);

    assertThat(cell).isEqualTo(new SheetCell(0, SheetCell.Kind.DATE, date));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "yyyy-mm-dd, DATE",
        "d. mmmm, DATE",
        "mmm, DATE",
        "[$-407]dddd, DATE",
        "m/d/yy h:mm, TIMESTAMP",
        "[Red]hh:mm AM/PM, TIME",
        "mm:ss, TIME",
        "[h]:mm, NUMBER",
        "0.00\" days\", NUMBER",
        "General, NUMBER",
        "#.##0 [$€-407];[Red]-0, NUMBER",
        "0.00E+00, NUMBER"
      })
  void formatsSayWhatIsADate(String format, XlsxFormats.Shown shown) {
    assertThat(XlsxFormats.shown(format)).isEqualTo(shown);
  }

  static Stream<Arguments> hostile() {
    String row = "<row r='1'><c r='A1'><v>1</v></c></row>";
    String bomb = "<row>" + " ".repeat(40 << 20) + "</row>";
    String large = ("<row><c t='str'><v>" + "x".repeat(30_000) + "</v></c></row>").repeat(1500);
    return Stream.of(
        Arguments.of("there is no Excel workbook", Zip.empty().with("a.txt", "hello")),
        Arguments.of("sheet of it is missing", sheetless()),
        Arguments.of("DOCTYPE", doctype("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>")),
        Arguments.of("DOCTYPE", doctype("<!DOCTYPE x [<!ENTITY a 'aaaa'>]>")),
        Arguments.of("entity", Zip.workbook("&undefined;")),
        Arguments.of("not XML in UTF-8", Zip.workbook("<row>")),
        Arguments.of("not XML in UTF-8", Zip.workbook("<a>".repeat(1000) + "</a>".repeat(1000))),
        Arguments.of("more than a megabyte", Zip.workbook(bomb)),
        Arguments.of("unpacks to much more", Zip.workbook(row + large)),
        Arguments.of(
            "more than a megabyte", Zip.workbook("<row x='" + " ".repeat(2 << 20) + "'/>")),
        Arguments.of("more than 65536 characters", Zip.workbook(cell("str", "x".repeat(70_000)))),
        Arguments.of("names text 2000000000", Zip.workbook(cell("s", "2000000000"))),
        Arguments.of("a number is expected", Zip.workbook(cell("s", "-1"))),
        Arguments.of("16384 columns", Zip.workbook("<row><c r='ZZZZZZ1'><v>1</v></c></row>")),
        Arguments.of("16384 columns", Zip.workbook("<row>" + "<c/>".repeat(16_385) + "</row>")),
        Arguments.of("1048576 rows", Zip.workbook(row + "<row r='1048577'/>")),
        Arguments.of("a number is expected", Zip.workbook("<row r='99999999999'/>")),
        Arguments.of("no place", Zip.workbook("<row><c r='1'><v>1</v></c></row>")),
        Arguments.of(
            "1000 columns", Zip.workbook("<row>" + "<c><v>1</v></c>".repeat(1001) + "</row>")),
        Arguments.of("has a row", Zip.workbook("")));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileWorkbookIsRefusedInAMoment(String message, Zip zip) throws IOException {
    Path file = zip.write(folder.resolve("hostile.xlsx"));
    Instant start = Instant.now();

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(AppException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("root:");

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(rows()).isEmpty();
  }

  @Test
  void whatIsNoWorkbookIsSaid() throws IOException {
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4, 5, 6, 7, 8};
    Path xls = Files.write(folder.resolve("old.xlsx"), old);
    Path text = Files.writeString(folder.resolve("text.xlsx"), "a,b\n1,2\n");
    Path cut = Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 5, 6});

    assertThat(FileFormat.sniff(xls)).isEqualTo(FileFormat.XLSX);
    assertThatThrownBy(() -> read(xls)).hasMessageContaining("password");
    assertThatThrownBy(() -> XlsxFile.read(text, List.of(), SINK)).hasMessageContaining("no Excel");
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("damaged");
  }

  @Test
  void aZipWithATooLongListIsRefusedBeforeItIsRead() throws IOException {
    Path file = Zip.workbook("").write(folder.resolve("list.xlsx"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 22 + 15] = 0x7f;
    Files.write(file, bytes);

    assertThatThrownBy(() -> read(file)).hasMessageContaining("list of parts");
  }

  private static final RowSink SINK =
      new RowSink() {
        @Override
        public void expect(long rows) {}

        @Override
        public void take(Batch batch) {}
      };

  private static String cell(String type, String value) {
    return "<row r='1'><c r='A1' t='" + type + "'><v>" + value + "</v></c></row>";
  }

  private static Zip sheetless() {
    return Zip.workbook("")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='worksheet' Target='/nowhere.xml'/></Relationships>");
  }

  private static Zip doctype(String doctype) {
    return Zip.workbook("")
        .with(
            "xl/worksheets/sheet1.xml",
            "<?xml version='1.0'?>" + doctype + "<worksheet><sheetData/></worksheet>");
  }

  private static void header(Worksheet sheet, String... names) {
    for (int i = 0; i < names.length; i++) {
      if (!names[i].isEmpty()) {
        sheet.value(0, i, names[i]);
      }
    }
  }

  private static Path workbook(Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Test", "1.0")) {
      fill.accept(book.newWorksheet("Sheet"));
    }
    return file;
  }
}
