package com.streamdata.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands at the real time until a test moves it. */
public final class FakeClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  public void advance(Duration time) {
    ahead = ahead.plus(time);
  }
}
