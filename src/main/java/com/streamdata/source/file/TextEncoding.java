package com.streamdata.source.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out how a text file is encoded and makes UTF-8 of it. */
final class TextEncoding {
  // What calls itself Latin-1 is this, which has the same letters and the euro sign too.
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final int BLOCK = 1 << 16;

  private TextEncoding() {}

  /**
   * Rewrites the file in UTF-8 unless it is that already.
   *
   * @throws com.streamdata.error.AppException if it begins as no text does
   */
  static void normalise(Path file) throws IOException {
    Charset charset = detect(file);
    if (!charset.equals(StandardCharsets.UTF_8)) {
      rewrite(file, charset);
    }
    requireText(file);
  }

  private static void rewrite(Path file, Charset charset) throws IOException {
    Path rewritten = file.resolveSibling(file.getFileName() + ".utf8");
    try {
      try (Reader from = new InputStreamReader(Files.newInputStream(file), charset);
          Writer to = Files.newBufferedWriter(rewritten)) {
        from.transferTo(to);
      }
      Files.move(rewritten, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(rewritten);
    }
  }

  private static void requireText(Path file) throws IOException {
    for (byte each : start(file)) {
      if (each == 0) {
        throw FileErrors.unreadable("It is no text. Give it as CSV, Excel, JSON or Parquet.");
      }
    }
  }

  static Charset detect(Path file) throws IOException {
    byte[] start = start(file);
    boolean littleMark = start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
    boolean bigMark = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
    if (littleMark || bigMark) {
      return StandardCharsets.UTF_16;
    }
    if (mostlyZero(start, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    if (mostlyZero(start, 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : LATIN;
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BLOCK);
    }
  }

  /** Western text in UTF-16 has a zero in every other byte. */
  private static boolean mostlyZero(byte[] bytes, int first) {
    int zeros = 0;
    for (int i = first; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return bytes.length > 1 && zeros > bytes.length / 4;
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer chars = CharBuffer.allocate(BLOCK);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      for (int read = 0; read >= 0; ) {
        read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), read < 0);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }
}
