package com.streamdata.live;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page has already, as it says itself (Last-Event-ID): the shape and a tag for each part. A
 * page that says anything else is sent everything.
 *
 * @param shape null if it has none
 */
record Seen(@Nullable String shape, Map<String, String> tags) {
  static final Seen NOTHING = new Seen(null, Map.of());
  private static final int LONGEST = 8_000;

  static Seen of(@Nullable String id) {
    if (id == null || id.isBlank() || id.length() > LONGEST) {
      return NOTHING;
    }
    String[] words = id.split("\\.");
    Map<String, String> tags = new HashMap<>();
    for (String word : words) {
      int end = word.indexOf('=');
      if (end > 0) {
        tags.put(word.substring(0, end), word.substring(end + 1));
      }
    }
    String shape = words.length == 0 || words[0].contains("=") ? "" : words[0];
    return new Seen(shape.isEmpty() ? null : shape, tags);
  }
}
