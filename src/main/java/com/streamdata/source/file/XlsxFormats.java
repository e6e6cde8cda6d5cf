package com.streamdata.source.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which numbers of a workbook are shown as dates: Excel has no other way to say so. */
final class XlsxFormats {
  /** What a number is shown as. */
  enum Shown {
    NUMBER,
    DATE,
    TIMESTAMP,
    TIME
  }

  private static final int MOST_STYLES = 100_000;

  /** Texts, single characters as they are, colours and conditions; lengths of time stay. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]|general|am/pm|a/p");

  private final List<Shown> styles = new ArrayList<>();

  /**
   * @param styles the part with the styles; null if the workbook has none
   */
  static XlsxFormats read(@Nullable SheetXml styles) {
    XlsxFormats formats = new XlsxFormats();
    if (styles != null) {
      formats.readStyles(styles);
    }
    return formats;
  }

  private void readStyles(SheetXml xml) {
    Map<String, Shown> own = new HashMap<>();
    boolean ofCells = false;
    while (xml.next() && own.size() + styles.size() < MOST_STYLES) {
      if (xml.starts("numFmt")) {
        own.put(String.valueOf(xml.attribute("numFmtId")), shown(xml.attribute("formatCode")));
      } else if (xml.starts("cellXfs")) {
        ofCells = true;
      } else if (xml.ends("cellXfs")) {
        ofCells = false;
      } else if (ofCells && xml.starts("xf")) {
        String id = String.valueOf(xml.attribute("numFmtId"));
        styles.add(own.getOrDefault(id, builtIn(id)));
      }
    }
  }

  /** What the numbers of a style are shown as. */
  Shown of(@Nullable String style) {
    int place = style == null || style.isEmpty() ? 0 : SheetRows.whole(style);
    return place < styles.size() ? styles.get(place) : Shown.NUMBER;
  }

  /** ECMA-376, 18.8.30: formats that every Excel knows, and those of East Asian ones. */
  private static Shown builtIn(String id) {
    return switch (id) {
      case "14", "15", "16", "17", "27", "28", "29", "30", "31", "36" -> Shown.DATE;
      case "50", "51", "52", "53", "54", "57", "58" -> Shown.DATE;
      case "22" -> Shown.TIMESTAMP;
      case "18", "19", "20", "21", "32", "33", "34", "35", "45", "47", "55", "56" -> Shown.TIME;
      default -> Shown.NUMBER;
    };
  }

  static Shown shown(@Nullable String format) {
    if (format == null || format.length() > 255) {
      return Shown.NUMBER;
    }
    String lower = format.toLowerCase(Locale.ROOT);
    String code = LITERAL.matcher(lower).replaceAll("").split(";", 2)[0];
    boolean length = code.contains("[");
    boolean time = code.contains("h") || code.contains("s");
    boolean date = code.contains("y") || code.contains("d") || code.contains("m") && !time;
    if (length || !time && !date) {
      return Shown.NUMBER;
    }
    return date ? time ? Shown.TIMESTAMP : Shown.DATE : Shown.TIME;
  }
}
