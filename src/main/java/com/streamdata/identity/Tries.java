package com.streamdata.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.http.Client;
import com.streamdata.http.SlowRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Objects;

/**
 * Counts wrong passwords: at most 10 in any 15 minutes for one thing and one client.
 *
 * <p>A try is counted before the password is looked at and taken back when it was right, so that
 * many at once are no way around. While a client is limited, the right password is refused too.
 */
public final class Tries {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_KEPT = 200_000;

  private final InstantSource clock;
  private final ErrorCode refusal;
  private final Cache<Key, ArrayDeque<Instant>> tries =
      Caffeine.newBuilder().expireAfterAccess(WINDOW).maximumSize(MOST_KEPT).build();

  /**
   * Whose tries are counted together.
   *
   * @param subject what the password is for
   */
  public record Key(String subject, Client client) {}

  public Tries(InstantSource clock, ErrorCode refusal) {
    this.clock = clock;
    this.refusal = refusal;
  }

  /** Counts one try, or refuses it, slowly, with the time after which the next is possible. */
  public void begin(Key key) {
    Duration wait = count(key);
    if (wait.isPositive()) {
      throw SlowRefusal.of(
          AppException.tooMany(
              refusal, "Wait " + (wait.toMinutes() + 1) + " minutes before you try again.", wait));
    }
  }

  /** Counts one try like {@link #begin}, for who refuses without saying so. */
  public boolean allows(Key key) {
    return !count(key).isPositive();
  }

  /** How long to wait; zero when the try is counted. */
  private Duration count(Key key) {
    ArrayDeque<Instant> made = Objects.requireNonNull(tries.get(key, _ -> new ArrayDeque<>()));
    Instant now = clock.instant();
    synchronized (made) {
      while (!made.isEmpty() && !made.getFirst().plus(WINDOW).isAfter(now)) {
        made.removeFirst();
      }
      if (made.size() >= MOST) {
        return Duration.between(now, made.getFirst().plus(WINDOW));
      }
      made.addLast(now);
      return Duration.ZERO;
    }
  }

  /** Takes one counted try back: it was right, or was never looked at. */
  public void forgive(Key key) {
    ArrayDeque<Instant> made = tries.getIfPresent(key);
    if (made != null) {
      synchronized (made) {
        made.pollLast();
      }
    }
  }
}
