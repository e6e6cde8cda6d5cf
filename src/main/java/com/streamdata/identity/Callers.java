package com.streamdata.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.Caller;
import com.streamdata.access.KeyId;
import com.streamdata.access.Permission;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out who is asking, from an API key or a session cookie. */
@Component
public final class Callers {
  static final String KEY_PURPOSE = "api-key";
  static final String SESSION_PURPOSE = "session";
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);
  private static final int MOST_CACHED = 10_000;

  private final Database database;
  private final ServerKey serverKey;
  private final InstantSource clock;
  private final Cache<String, CachedKey> keys =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();
  private final Map<KeyId, Instant> lastNoted = new ConcurrentHashMap<>();

  private record CachedKey(long generation, Optional<StoredKey> key) {}

  /**
   * Somebody, and until when they may be taken for them without asking again.
   *
   * @param session hash of the session's cookie; null for a key
   */
  record Known(Caller.Account caller, @Nullable Instant until, @Nullable String session) {}

  Callers(Database database, ServerKey serverKey, InstantSource clock) {
    this.database = database;
    this.serverKey = serverKey;
    this.clock = clock;
  }

  /**
   * The caller that holds this key.
   *
   * @throws AppException unauthenticated, in the same words whatever is wrong with it
   */
  Known byKey(String text) {
    if (!ApiKeyText.fits(text)) {
      throw badKey();
    }
    Instant now = clock.instant();
    StoredKey key =
        find(serverKey.hash(KEY_PURPOSE, text))
            .filter(k -> !k.disabled())
            .orElseThrow(Callers::badKey);
    if (key.isExpired(now)) {
      throw new AppException(IdentityErrors.EXPIRED_KEY, "Make a new one.");
    }
    noteUse(key.id(), now);
    Caller.ApiKey caller =
        new Caller.ApiKey(
            key.id(),
            key.userId(),
            key.email(),
            key.role().atMost(key.userRole()),
            permissions(key.effectivePermissions()));
    return new Known(caller, key.expiresAt(), null);
  }

  /** The caller whose session this is; empty when it ended. */
  Optional<Known> bySession(String cookie) {
    String hash = serverKey.hash(SESSION_PURPOSE, cookie);
    Instant now = clock.instant();
    return database
        .from(SessionStore.class, store -> store.find(hash))
        .filter(session -> !session.disabled())
        .filter(session -> now.isBefore(session.createdAt().plus(LONGEST)))
        .filter(session -> now.isBefore(session.seenAt().plus(IDLE)))
        .map(session -> seen(hash, session, now));
  }

  private Known seen(String hash, SessionStore.Session session, Instant now) {
    if (session.seenAt().plus(NOTE_USE_EVERY).isBefore(now)) {
      database.record(handle -> {
        handle.attach(SessionStore.class).seen(hash, now);
        return true;
      });
    }
    Caller.User user = new Caller.User(session.userId(), session.email(), session.role());
    return new Known(user, session.createdAt().plus(LONGEST), hash);
  }

  private Optional<StoredKey> find(String hash) {
    long generation = database.generation();
    CachedKey cached = keys.getIfPresent(hash);
    if (cached == null || cached.generation() != generation) {
      cached =
          new CachedKey(generation, database.from(KeyStore.class, store -> store.findByHash(hash)));
      keys.put(hash, cached);
    }
    return cached.key();
  }

  /** At most once a minute, and not in the way of the request. */
  private void noteUse(KeyId id, Instant now) {
    Instant before = lastNoted.get(id);
    if (before != null && before.plus(NOTE_USE_EVERY).isAfter(now)) {
      return;
    }
    boolean mine =
        before == null
            ? lastNoted.putIfAbsent(id, now) == null
            : lastNoted.replace(id, before, now);
    if (mine) {
      Thread.startVirtualThread(() ->
          database.record(handle -> {
            handle.attach(KeyStore.class).used(id, now);
            return true;
          }));
    }
  }

  static @Nullable List<Permission> permissions(@Nullable String json) {
    if (json == null) {
      return null;
    }
    List<Permission> permissions = new ArrayList<>();
    for (JsonNode node : RecordReader.parse(json.getBytes(StandardCharsets.UTF_8))) {
      permissions.add(RecordReader.read(node, Permission.class));
    }
    return permissions;
  }

  private static AppException badKey() {
    return new AppException(
        IdentityErrors.BAD_KEY,
        "It is malformed, unknown, revoked or expired. A key is sd_ and 40 hex digits.");
  }
}
