package com.streamdata.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an answer, plain and compressed, with their strong entity tag (RFC 9110, 8.8.3).
 *
 * @param gzip null where compressing is not worth it
 */
record HotBody(byte[] plain, byte @Nullable [] gzip, String etag) {
  private static final int WORTH_COMPRESSING = 1400;

  static HotBody of(byte[] plain) {
    return new HotBody(
        plain, plain.length < WORTH_COMPRESSING ? null : compress(plain), EntityTag.of(plain));
  }

  int weight() {
    return plain.length + (gzip == null ? 0 : gzip.length);
  }

  /** Whether the client has it already (If-None-Match). */
  boolean matches(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals(compressedTag()));
  }

  void write(@Nullable String acceptEncoding, HttpServletResponse response) throws IOException {
    boolean compressed = gzip != null && acceptEncoding != null && acceptEncoding.contains("gzip");
    byte[] bytes = compressed && gzip != null ? gzip : plain;
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
      response.setHeader("ETag", compressedTag());
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** Strong tags stand for bytes: the compressed ones need their own. */
  private String compressedTag() {
    return etag.substring(0, etag.length() - 1) + "-gzip\"";
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
