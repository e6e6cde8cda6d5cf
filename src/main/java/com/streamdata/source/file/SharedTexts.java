package com.streamdata.source.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of a workbook, which its cells name by number. */
final class SharedTexts {
  private static final long MOST_BYTES = Math.min(192L << 20, Runtime.getRuntime().maxMemory() / 8);
  private static final int OVERHEAD = 56;

  private final List<String> texts = new ArrayList<>();

  /**
   * @param table the part with the texts; null if the workbook has none
   */
  static SharedTexts read(@Nullable SheetXml table) {
    SharedTexts shared = new SharedTexts();
    long bytes = 0;
    while (table != null && table.goTo("si")) {
      String text = textOf(table, "si");
      shared.texts.add(text);
      bytes += text.length() + OVERHEAD;
      if (bytes > MOST_BYTES) {
        throw FileErrors.unreadable("The workbook has too many different texts; save it as CSV.");
      }
    }
    return shared;
  }

  /** All text runs up to the end of this element, without the readings of Japanese words. */
  static String textOf(SheetXml xml, String element) {
    StringBuilder text = new StringBuilder();
    boolean reading = false;
    while (xml.next() && !xml.ends(element)) {
      reading = xml.starts("rPh") || reading && !xml.ends("rPh");
      if (xml.starts("t") && !reading) {
        text.append(xml.text());
        SheetXml.requireShort(text);
      }
    }
    return text.toString();
  }

  /**
   * @throws com.streamdata.error.AppException if there is none of this number
   */
  String get(int number) {
    if (number >= texts.size()) {
      throw FileErrors.unreadable("The workbook is damaged: a cell names text " + number + ".");
    }
    return texts.get(number);
  }
}
