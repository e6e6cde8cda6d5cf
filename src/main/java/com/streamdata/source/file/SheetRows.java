package com.streamdata.source.file;

import com.streamdata.source.file.SheetCell.Kind;
import com.streamdata.source.file.XlsxFormats.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet from top to bottom, without empty ones. Of formulas the last result. */
final class SheetRows {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;

  private final SheetXml xml;
  private final SharedTexts texts;
  private final XlsxFormats formats;
  private final boolean from1904;

  SheetRows(SheetXml xml, SharedTexts texts, XlsxFormats formats, boolean from1904) {
    this.xml = xml;
    this.texts = texts;
    this.formats = formats;
    this.from1904 = from1904;
  }

  /** What is done with each row. */
  interface EachRow {
    /**
     * @param line from 1, as Excel numbers rows
     * @param cells those that hold something, at least one
     */
    void read(int line, List<SheetCell> cells);
  }

  void each(EachRow each) {
    int line = 0;
    while (xml.goTo("row")) {
      String number = xml.attribute("r");
      line = number == null ? line + 1 : whole(number);
      if (line > MOST_ROWS) {
        throw FileErrors.unreadable("The sheet has more than " + MOST_ROWS + " rows.");
      }
      List<SheetCell> cells = cells();
      if (!cells.isEmpty()) {
        each.read(line, cells);
      }
    }
  }

  private List<SheetCell> cells() {
    List<SheetCell> cells = new ArrayList<>();
    int column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        String reference = xml.attribute("r");
        column = reference == null ? column + 1 : column(reference);
        if (column >= MOST_COLUMNS || cells.size() >= MOST_COLUMNS) {
          throw FileErrors.unreadable("The sheet has more than " + MOST_COLUMNS + " columns.");
        }
        SheetCell cell = cell(column);
        if (cell != null) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private @Nullable SheetCell cell(int column) {
    String type = xml.attribute("t");
    Shown shown = formats.of(xml.attribute("s"));
    String value = "";
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value = xml.text();
      } else if (xml.starts("is")) {
        value = SharedTexts.textOf(xml, "is");
      }
    }
    return value.isEmpty() ? null : cell(column, type == null ? "n" : type, value, shown);
  }

  private @Nullable SheetCell cell(int column, String type, String value, Shown shown) {
    return switch (type) {
      case "n" ->
          shown == Shown.NUMBER
              ? new SheetCell(column, Kind.NUMBER, value)
              : SerialDay.cell(column, value, shown, from1904);
      case "s" -> text(column, texts.get(whole(value)));
      case "b" -> new SheetCell(column, Kind.BOOLEAN, value.equals("0") ? "false" : "true");
      case "e" -> new SheetCell(column, Kind.ERROR, value);
      case "d" -> new SheetCell(column, Kind.TIMESTAMP, value);
      default -> text(column, value);
    };
  }

  private static @Nullable SheetCell text(int column, String text) {
    return text.isEmpty() ? null : new SheetCell(column, Kind.TEXT, text);
  }

  /** The column of a reference such as {@code AB12}, from 0. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
      char letter = reference.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    if (column == 0) {
      throw FileErrors.unreadable("The workbook is damaged: a cell has no place.");
    }
    return column - 1;
  }

  /** A number of the file that counts something. */
  static int whole(String number) {
    try {
      return Integer.parseUnsignedInt(number.strip());
    } catch (NumberFormatException _) {
      throw FileErrors.unreadable("The workbook is damaged: a number is expected.");
    }
  }
}
