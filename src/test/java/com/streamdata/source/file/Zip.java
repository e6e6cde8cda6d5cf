package com.streamdata.source.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, to be as wrong as one likes. */
final class Zip {
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Zip() {}

  static Zip empty() {
    return new Zip();
  }

  /** A workbook with one sheet of these rows. */
  static Zip workbook(String rows) {
    return empty()
        .with(
            "_rels/.rels",
            "<Relationships><Relationship Id='r1' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>")
        .with(
            "xl/workbook.xml",
            "<workbook xmlns:r='u'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships><Relationship Id='r1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>\
            <Relationship Id='r2' Type='http://x/sharedStrings' Target='sharedStrings.xml'/>\
            <Relationship Id='r3' Type='http://x/styles' Target='styles.xml'/></Relationships>\
            """)
        .with("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")
        .with(
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  Zip with(String part, String content) {
    return with(part, content.getBytes(StandardCharsets.UTF_8));
  }

  Zip with(String part, byte[] content) {
    parts.put(part, content);
    return this;
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
