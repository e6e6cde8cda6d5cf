package com.streamdata.live;

import com.streamdata.http.EntityTag;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The newest of one part as every page is sent it: the same bytes for all.
 *
 * @param tag names the result; what GET answers for the same has an entity tag that begins so
 * @param result the JSON of a result that is the newest; null for failures and what is old
 * @param isOld whether it is marked as old
 * @param event the whole event: name and tag in its first line of data, JSON in the second
 */
record Frame(String tag, byte @Nullable [] result, boolean isOld, byte[] event) {
  /** Not made yet. */
  static final Frame NONE = new Frame("", null, false, new byte[0]);

  private static final byte[] OLD = "{\"stale\":true,".getBytes(StandardCharsets.US_ASCII);

  static Frame of(String part, byte[] result) {
    return made("result", part, result, result, false);
  }

  /** The same result, marked as old: a newer one is being made and takes its time. */
  Frame aged(String part) {
    if (result == null) {
      return this;
    }
    ByteArrayOutputStream marked = new ByteArrayOutputStream(result.length + OLD.length);
    marked.writeBytes(OLD);
    marked.write(result, 1, result.length - 1);
    return made("result", part, marked.toByteArray(), null, true);
  }

  /** There is none, and why: a JSON object with a {@code detail}. */
  static Frame failed(String part, byte[] problem) {
    return made("failed", part, problem, null, false);
  }

  private static Frame made(
      String event, String part, byte[] json, byte @Nullable [] result, boolean isOld) {
    String tag = EntityTag.shortened(json);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 80);
    bytes.writeBytes(ascii("event: " + event + "\ndata: " + part + " " + tag + "\ndata: "));
    bytes.writeBytes(json);
    bytes.writeBytes(ascii("\n\n"));
    return new Frame(tag, result, isOld, bytes.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
