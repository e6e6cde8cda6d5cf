package com.streamdata.source.file;

import com.streamdata.dataset.Column;
import com.streamdata.source.fetch.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an Excel workbook that has rows. The sheet is read twice: to find out
 * the type of each column by all its cells, then to take them.
 */
final class XlsxFile {
  private final XlsxPackage parts;
  private final List<String> sheets = new ArrayList<>();
  private final SharedTexts texts;
  private final XlsxFormats formats;
  private boolean from1904;

  private XlsxFile(XlsxPackage parts) throws IOException {
    this.parts = parts;
    String workbook = parts.workbook();
    Map<String, XlsxPackage.Relation> relations = parts.relations(workbook);
    readWorkbook(workbook, relations);
    this.texts = read(relations, "/sharedStrings", SharedTexts::read);
    this.formats = read(relations, "/styles", XlsxFormats::read);
  }

  static Outcome read(Path file, List<Column> declared, RowSink sink) throws IOException {
    try (XlsxPackage parts = XlsxPackage.open(file)) {
      return new XlsxFile(parts).read(declared, sink);
    }
  }

  /** Sheets that somebody has hidden are no rows for others. */
  private void readWorkbook(String workbook, Map<String, XlsxPackage.Relation> relations)
      throws IOException {
    Optional<SheetXml> found = parts.open(workbook);
    try (SheetXml xml = found.orElseThrow(XlsxFile::damaged)) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          String given = String.valueOf(xml.attribute("date1904"));
          from1904 = given.equals("1") || given.equals("true");
        } else if (xml.starts("sheet")
            && !String.valueOf(xml.attribute("state")).contains("idden")) {
          XlsxPackage.Relation sheet = relations.get(String.valueOf(xml.attribute("id")));
          if (sheet != null) {
            sheets.add(sheet.target());
          }
        }
      }
    }
  }

  private <T> T read(
      Map<String, XlsxPackage.Relation> relations, String type, Function<@Nullable SheetXml, T> as)
      throws IOException {
    for (XlsxPackage.Relation relation : relations.values()) {
      Optional<SheetXml> part =
          relation.type().endsWith(type) ? parts.open(relation.target()) : Optional.empty();
      if (part.isPresent()) {
        try (SheetXml xml = part.get()) {
          return as.apply(xml);
        }
      }
    }
    return as.apply(null);
  }

  private Outcome read(List<Column> declared, RowSink sink) throws IOException {
    for (String sheet : sheets) {
      SheetColumns columns = new SheetColumns(declared);
      each(sheet, columns::look);
      if (!columns.isEmpty()) {
        sink.expect(columns.rows());
        SheetCopy copy = new SheetCopy(columns.columns(), sink);
        each(
            sheet,
            (line, cells) -> {
              if (line != columns.header()) {
                copy.copy(line, cells);
              }
            });
        return copy.finish();
      }
    }
    throw FileErrors.unreadable("No sheet of the workbook that can be seen has a row.");
  }

  private void each(String sheet, SheetRows.EachRow each) throws IOException {
    try (SheetXml xml = parts.open(sheet).orElseThrow(XlsxFile::damaged)) {
      new SheetRows(xml, texts, formats, from1904).each(each);
    }
  }

  private static RuntimeException damaged() {
    return FileErrors.unreadable("The workbook is damaged: a sheet of it is missing.");
  }
}
