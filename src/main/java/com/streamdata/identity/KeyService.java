package com.streamdata.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Caller;
import com.streamdata.access.KeyId;
import com.streamdata.access.Permission;
import com.streamdata.access.Role;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.Checks;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes, lists and revokes API keys. Everybody manages their own, admins all. */
@Service
final class KeyService {
  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final InstantSource clock;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  KeyService(
      Access access, Database database, ServerKey serverKey, InstantSource clock, JsonMapper json) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.clock = clock;
    this.json = json;
  }

  /** A key without the key. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Key(
      KeyId id,
      String name,
      String owner,
      Role role,
      @Nullable List<Permission> permissions,
      Instant created,
      @Nullable Instant expires,
      @Nullable Instant lastUsed) {
    static Key of(StoredKey key) {
      return new Key(
          key.id(),
          key.name(),
          key.email(),
          key.role().atMost(key.userRole()),
          Callers.permissions(key.effectivePermissions()),
          key.createdAt(),
          key.expiresAt(),
          key.lastUsedAt());
    }
  }

  /** A key that was just made: the only time it is shown. */
  record CreatedKey(KeyId id, String name, Role role, String key) {}

  List<Key> list(Caller caller) {
    Caller.Account account = access.requireUnlimited(caller);
    return database.from(KeyStore.class, KeyStore::list).stream()
        .filter(key -> mayManage(account, key))
        .map(Key::of)
        .toList();
  }

  CreatedKey create(Caller caller, NewKey request) {
    Caller.Account account = access.requireUnlimited(caller);
    Instant expires = request.expiresAt();
    Checks.require(
        expires == null || expires.isAfter(clock.instant()), "expires", "must be in the future");
    Role role = request.role() == null ? account.role() : request.role();
    Checks.require(
        role.atMost(account.role()) == role,
        "role",
        "must not be more than your own: " + account.role().wireName());
    String permissions =
        request.permissions() == null ? null : json.writeValueAsString(request.permissions());
    ApiKeyText text = ApiKeyText.random(random);
    KeyId id = insert(account, request.name(), role, permissions, expires, text);
    return new CreatedKey(id, request.name(), role, text.text());
  }

  private KeyId insert(
      Caller.Account account,
      String name,
      Role role,
      @Nullable String permissions,
      @Nullable Instant expires,
      ApiKeyText text) {
    String hash = serverKey.hash(Callers.KEY_PURPOSE, text.text());
    return database.with(
        KeyStore.class,
        store ->
            store.insert(
                account.userId(), name, hash, role, permissions, clock.instant(), expires));
  }

  void delete(Caller caller, KeyId id) {
    Caller.Account account = access.requireUnlimited(caller);
    StoredKey key =
        database
            .from(KeyStore.class, store -> store.find(id))
            .filter(found -> mayManage(account, found))
            .orElseThrow(() -> AccessErrors.notFound("key"));
    database.with(KeyStore.class, store -> store.delete(key.id()));
  }

  private static boolean mayManage(Caller.Account account, StoredKey key) {
    return account.role() == Role.ADMIN || account.userId().equals(key.userId());
  }
}
