package com.streamdata.live;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts open streams, and refuses those that are too many. */
final class Places {
  private static final ErrorCode FULL =
      new ErrorCode("live.full", ErrorKind.UNAVAILABLE, "Too many open streams");
  private static final ErrorCode TOO_MANY =
      new ErrorCode("live.too-many", ErrorKind.TOO_MANY, "Too many open streams from this address");
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

  private final LiveConfig config;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  Places(LiveConfig config) {
    this.config = config;
  }

  /**
   * Takes a place.
   *
   * @param address of the client, in digits
   * @param client all addresses that count as one
   * @return gives it back; to be called once
   * @throws AppException too-many when the client has all it may have; unavailable when all are
   *     taken
   */
  synchronized Runnable take(String address, String client) {
    if (all >= config.streams()) {
      throw full();
    }
    boolean isThisMachine = InetAddress.ofLiteral(address).isLoopbackAddress();
    if (taken.getOrDefault(client, 0) >= config.most(isThisMachine)) {
      throw refused(TOO_MANY);
    }
    taken.merge(client, 1, Integer::sum);
    all++;
    return () -> leave(client);
  }

  /** What is told when there is no place for anybody, or for more pages of the same. */
  static AppException full() {
    return refused(FULL);
  }

  private static AppException refused(ErrorCode code) {
    return AppException.tooMany(code, "Ask for the data now and then instead.", AGAIN_AFTER);
  }

  private synchronized void leave(String client) {
    taken.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    all--;
  }

  synchronized int size() {
    return all;
  }
}
