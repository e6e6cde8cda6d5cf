package com.streamdata.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.http.Client;
import com.streamdata.identity.Passwords;
import com.streamdata.identity.Tries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets visitors in: from a token, and a password where there is one, to a caller with a right. */
@Component
public final class Visits {
  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);
  private static final int MOST_CACHED = 10_000;

  private final Database database;
  private final ServerKey serverKey;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Unlocking unlocking;
  private final Guests guests;
  private final Tries tries;
  private final Cache<String, Cached> shares =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();
  private final Cache<Long, Instant> lastNoted =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  private record Cached(long generation, Optional<Share> share) {}

  /**
   * An open share and until when its visitor may be taken for let in.
   *
   * @param until null: until something is written
   */
  record Visit(Share share, @Nullable Instant until) {}

  /** An unlocked share and what its visitor's browser keeps. */
  record Unlocked(Share share, String cookie) {}

  Visits(
      Database database,
      ServerKey serverKey,
      Passwords passwords,
      Guests guests,
      InstantSource clock) {
    this.database = database;
    this.serverKey = serverKey;
    this.passwords = passwords;
    this.clock = clock;
    this.unlocking = new Unlocking(serverKey);
    this.guests = guests;
    this.tries = new Tries(clock, ShareErrors.TOO_MANY_TRIES);
  }

  /** Whether there is a share with this token that a visitor may know of, locked or not. */
  public boolean exists(String token) {
    return find(token).isPresent();
  }

  /** Whether other sites may show what this token opens in a frame: it must be open to anybody. */
  public boolean mayBeFramed(String token) {
    return find(token).filter(share -> share.embed() && share.isOpenToAll()).isPresent();
  }

  /**
   * Lets somebody in.
   *
   * @param cookies of the request
   * @throws AppException not-found in the same words for unknown, revoked, disabled and expired
   *     links; paused for a public dashboard that is; locked when the password has not been given
   *     yet; needs-code for somebody who has not shown to be invited
   */
  Visit enter(String token, CookieJar cookies) {
    Share share = find(token).orElseThrow(ShareErrors::notFound);
    if (!share.enabled()) {
      throw new AppException(ShareErrors.PAUSED, "Ask whoever sent you the link.");
    }
    Instant until = share.expiresAt();
    if (share.passwordHash() != null) {
      until = earlier(until, unlockedUntil(share, cookies));
    }
    if (share.audience() == Audience.EMAIL) {
      until = earlier(until, guests.knownUntil(share, cookies));
    }
    noteUse(share);
    return new Visit(share, until);
  }

  private Instant unlockedUntil(Share share, CookieJar cookies) {
    return cookies
        .find(Unlocking.cookieName(share))
        .flatMap(cookie -> unlocking.openUntil(share, cookie, clock.instant()))
        .orElseThrow(() -> new AppException(ShareErrors.LOCKED, "Send it to …/unlock first."));
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one != null && one.isBefore(other) ? one : other;
  }

  /**
   * Unlocks with a password.
   *
   * @throws AppException too-many for a client with ten wrong tries in a quarter of an hour,
   *     whatever it sends; unauthenticated when the password is wrong
   */
  Unlocked unlock(String token, Client client, String password) {
    Share share = find(token).orElseThrow(ShareErrors::notFound);
    Checks.require(share.passwordHash() != null, "password", "is not asked for by this link");
    Tries.Key key = new Tries.Key(share.id().toString(), client);
    tries.begin(key);
    boolean right;
    try {
      right =
          password.length() <= SharePassword.LONGEST
              && share.passwordHash() != null
              && passwords.matches(password, share.passwordHash());
    } catch (AppException busy) {
      tries.forgive(key);
      throw busy;
    }
    if (!right) {
      throw new AppException(ShareErrors.WRONG_PASSWORD, "Check it and try again.");
    }
    tries.forgive(key);
    return new Unlocked(share, unlocking.cookie(share, clock.instant().plus(Unlocking.LASTS)));
  }

  /** The share of a token, paused or not. */
  Optional<Share> find(String token) {
    Instant now = clock.instant();
    return ShareToken.parse(token)
        .flatMap(parsed -> load(parsed.hash(serverKey)))
        .filter(share -> share.isThere(now));
  }

  private Optional<Share> load(String hash) {
    long generation = database.generation();
    Cached cached = shares.getIfPresent(hash);
    if (cached != null && cached.generation() == generation) {
      return cached.share();
    }
    Optional<Share> found = database.from(ShareStore.class, store -> store.findByTokenHash(hash));
    if (found.isPresent() || cached != null) {
      // That it is gone is asked by every page that showed it, all at once.
      shares.put(hash, new Cached(generation, found));
    }
    return found;
  }

  /** At most once a minute, and not in the way of the request. */
  private void noteUse(Share share) {
    Instant now = clock.instant();
    Instant before = lastNoted.getIfPresent(share.id().value());
    if (before != null && before.plus(NOTE_USE_EVERY).isAfter(now)) {
      return;
    }
    lastNoted.put(share.id().value(), now);
    Thread.startVirtualThread(() ->
        database.record(handle -> {
          handle.attach(ShareStore.class).used(share.id(), now);
          return true;
        }));
  }
}
