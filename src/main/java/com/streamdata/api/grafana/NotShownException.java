package com.streamdata.api.grafana;

import org.jspecify.annotations.Nullable;

/** A panel cannot be drawn, and why. */
final class NotShownException extends Exception {
  private final String why;
  private final @Nullable String detail;

  NotShownException(String why) {
    this(why, null);
  }

  /**
   * @param detail what visitors are not told
   */
  NotShownException(String why, @Nullable String detail) {
    super(detail == null ? why : why + " " + detail);
    this.why = why;
    this.detail = detail;
  }

  /** For everybody who sees the dashboard. */
  String why() {
    return why;
  }

  @Nullable String detail() {
    return detail;
  }
}
