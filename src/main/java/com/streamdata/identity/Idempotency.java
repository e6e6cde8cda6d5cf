package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.http.HttpErrors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers the first answer to a request with an {@code Idempotency-Key}, for 24 hours and for its
 * caller only. Bodies are kept sealed, for some show a link or a key.
 */
@Component
final class Idempotency {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String PURPOSE = "idempotency";

  private final Database database;
  private final ServerKey serverKey;
  private final InstantSource clock;
  private final Set<Key> inProgress = ConcurrentHashMap.newKeySet();

  /** A key, and whose it is. */
  record Key(String caller, String text) {
    static Key of(Caller.Account caller, String text) {
      String who =
          caller instanceof Caller.ApiKey key ? "key:" + key.keyId() : "user:" + caller.userId();
      return new Key(who, text);
    }
  }

  /** An answer as it was sent. */
  record Answer(int status, @Nullable String location, String body) {}

  Idempotency(Database database, ServerKey serverKey, InstantSource clock) {
    this.database = database;
    this.serverKey = serverKey;
    this.clock = clock;
  }

  String hash(String request) {
    return serverKey.hash(PURPOSE, request);
  }

  /** Claims the key for one request; {@link #end} gives it back. */
  void begin(Key key) {
    if (!inProgress.add(key)) {
      throw new AppException(HttpErrors.KEY_IN_PROGRESS, "Ask again when it has been answered.");
    }
  }

  void end(Key key) {
    inProgress.remove(key);
  }

  /**
   * The first answer.
   *
   * @throws AppException unprocessable, when the key came with another request
   */
  Optional<Answer> find(Key key, String requestHash) {
    long since = clock.instant().minus(KEPT).toEpochMilli();
    Optional<IdempotencyStore.Kept> kept =
        database.from(IdempotencyStore.class, store -> store.find(key.caller(), key.text(), since));
    return kept.map(answer -> {
      if (!answer.requestHash().equals(requestHash)) {
        throw new AppException(HttpErrors.KEY_REUSED, "Use a new key for a new request.");
      }
      return new Answer(
          answer.status(), answer.location(), serverKey.open(PURPOSE, answer.sealedBody()));
    });
  }

  void keep(Key key, String requestHash, Answer answer) {
    String sealed = serverKey.seal(PURPOSE, answer.body());
    long now = clock.instant().toEpochMilli();
    database.record(handle -> {
      IdempotencyStore store = handle.attach(IdempotencyStore.class);
      store.deleteOld(now - KEPT.toMillis());
      store.insert(
          key.caller(), key.text(), requestHash, answer.status(), answer.location(), sealed, now);
      return true;
    });
  }
}
