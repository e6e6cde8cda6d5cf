package com.streamdata.api.grafana;

/** A panel cannot be drawn; the message tells people why. */
final class NotShownException extends Exception {
  NotShownException(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
