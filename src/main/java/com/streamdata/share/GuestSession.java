package com.streamdata.share;

import java.time.Duration;
import java.util.List;

/**
 * A cookie for the browser of somebody invited.
 *
 * @param paths one cookie for each
 */
public record GuestSession(String name, String value, Duration lasts, List<String> paths) {
  public GuestSession {
    paths = List.copyOf(paths);
  }

  @Override
  public String toString() {
    return "GuestSession[***]";
  }
}
