package com.streamdata.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A setting that must never be shown: printing it hides it. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The value itself; whoever asks for it must not log it, store it or send it anywhere. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && value.equals(secret.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  @Override
  public String toString() {
    return "***";
  }
}
