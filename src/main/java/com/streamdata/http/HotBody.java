package com.streamdata.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an answer, plain and compressed, with their strong entity tags (RFC 9110, 8.8.3): those
 * stand for bytes, so the compressed ones have their own.
 *
 * @param gzip null where compressing is not worth it
 */
record HotBody(byte[] plain, byte @Nullable [] gzip, String etag, String compressedTag) {
  private static final int WORTH_COMPRESSING = 1400;

  static HotBody of(byte[] plain) {
    String tag = EntityTag.of(plain);
    return new HotBody(
        plain,
        plain.length < WORTH_COMPRESSING ? null : compress(plain),
        tag,
        tag.substring(0, tag.length() - 1) + "-gzip\"");
  }

  int weight() {
    return plain.length + (gzip == null ? 0 : gzip.length);
  }

  /** Whether the client has it already (If-None-Match). */
  boolean matches(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && (isOurs(ifNoneMatch)
            || Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || isOurs(tag)));
  }

  private boolean isOurs(String tag) {
    return tag.equals(etag) || tag.equals(compressedTag);
  }

  /** That of the bytes that a client with this Accept-Encoding is sent. */
  String tagFor(@Nullable String acceptEncoding) {
    return compressedFor(acceptEncoding) == null ? etag : compressedTag;
  }

  private byte @Nullable [] compressedFor(@Nullable String acceptEncoding) {
    return acceptEncoding != null && acceptEncoding.contains("gzip") ? gzip : null;
  }

  void write(@Nullable String acceptEncoding, HttpServletResponse response) throws IOException {
    byte[] compressed = compressedFor(acceptEncoding);
    byte[] bytes = compressed == null ? plain : compressed;
    if (compressed != null) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
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
