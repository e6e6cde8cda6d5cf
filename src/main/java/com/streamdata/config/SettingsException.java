package com.streamdata.config;

import java.util.List;

/** The server does not start with these settings; the message says which and why. */
public final class SettingsException extends RuntimeException {
  SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }

  SettingsException(String problem) {
    this(List.of(problem));
  }
}
