package com.streamdata.live;

import java.time.Instant;

/** Decides whether a page may still see what it shows. */
@FunctionalInterface
public interface Pass {
  /**
   * Looks again.
   *
   * @return until when it may, if nothing is written to the metadata before
   * @throws com.streamdata.error.AppException when it may not any more
   */
  Instant check();
}
