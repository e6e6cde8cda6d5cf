package com.streamdata.outbound;

import java.time.Duration;

/**
 * Where an answer is cut off.
 *
 * @param bytes of its body, as they come and unpacked
 * @param time for all of it, from looking up the name over all redirects to the last byte
 */
public record HttpLimits(long bytes, Duration time) {
  public static final HttpLimits USUAL = new HttpLimits(50L << 20, Duration.ofSeconds(10));
}
