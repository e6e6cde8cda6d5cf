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
  PARQUET("application/vnd.apache.parquet");

  private static final byte[] PARQUET_MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
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
    if (Arrays.mismatch(start, PARQUET_MARK) == PARQUET_MARK.length) {
      return PARQUET;
    }
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("[") || text.startsWith("{") ? JSON : CSV;
  }

  private static String bare(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
