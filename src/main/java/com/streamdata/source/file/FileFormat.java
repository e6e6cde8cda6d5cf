package com.streamdata.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which files can be uploaded. */
public enum FileFormat {
  CSV("text/csv", "text/tab-separated-values", "text/plain"),
  /** An array of objects, an object that holds one, or one object per line. */
  JSON("application/json", "application/geo+json", "application/x-ndjson"),
  PARQUET("application/vnd.apache.parquet"),
  /** An Excel workbook (ECMA-376). */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final byte[] PARQUET_MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};

  /** Of old Excel files, and of new ones that are encrypted (MS-CFB, 2.2). */
  private static final byte[] COMPOUND_MARK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private static final Set<String> UNKNOWN = Set.of("", "application/octet-stream");

  private final Set<String> contentTypes;

  FileFormat(String... contentTypes) {
    this.contentTypes = Set.of(contentTypes);
  }

  /** The format that a {@code Content-Type} names; empty if it names none of these. */
  public static Optional<FileFormat> of(String contentType) {
    String type = bare(contentType);
    return Arrays.stream(values()).filter(format -> format.contentTypes.contains(type)).findFirst();
  }

  /** Whether a {@code Content-Type} leaves open what the body is. */
  public static boolean isOpen(String contentType) {
    return UNKNOWN.contains(bare(contentType));
  }

  /** The format that the first bytes of a file speak for. */
  public static FileFormat sniff(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(1024);
    }
    if (begins(start, PARQUET_MARK)) {
      return PARQUET;
    }
    if (begins(start, ZIP_MARK) || begins(start, COMPOUND_MARK)) {
      return XLSX;
    }
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("[") || text.startsWith("{") ? JSON : CSV;
  }

  /**
   * Says what a file is that is no workbook.
   *
   * @throws com.streamdata.error.AppException if these first bytes are of none
   */
  static void requireWorkbook(byte[] start) {
    if (begins(start, COMPOUND_MARK)) {
      throw FileErrors.unreadable(
          "The file is an old Excel file (.xls) or protected by a password;"
              + " save it as .xlsx without a password.");
    }
    if (!begins(start, ZIP_MARK)) {
      throw FileErrors.unreadable("The file is no Excel workbook (.xlsx).");
    }
  }

  private static boolean begins(byte[] start, byte[] mark) {
    return start.length > mark.length && Arrays.mismatch(start, mark) == mark.length;
  }

  private static String bare(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
