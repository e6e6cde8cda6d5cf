package com.streamdata.api.grafana;

import org.jspecify.annotations.Nullable;

/** Numbers in Grafana's addresses: whatever is not a positive one counts as not given. */
final class PageNumber {
  private PageNumber() {}

  static int of(@Nullable String text, int otherwise) {
    try {
      int number = text == null ? 0 : Integer.parseInt(text);
      return number > 0 ? number : otherwise;
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
