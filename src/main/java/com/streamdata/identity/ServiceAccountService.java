package com.streamdata.identity;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Caller;
import com.streamdata.access.KeyId;
import com.streamdata.access.UserId;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Accounts for programs and their tokens, which admins manage. */
@Service
public final class ServiceAccountService {
  private static final int LONGEST_NAME = 190;
  private static final Duration LONGEST = Duration.ofDays(36_525);
  private static final String READ = "serviceaccounts:read";
  private static final String WRITE = "serviceaccounts:write";

  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final InstantSource clock;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  ServiceAccountService(
      Access access, Database database, ServerKey serverKey, InstantSource clock, JsonMapper json) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.clock = clock;
    this.json = json;
  }

  /** All of them by name. */
  public List<ServiceAccount> list(Caller caller) {
    access.requireAdmin(caller, READ);
    return database.from(ServiceAccountStore.class, ServiceAccountStore::list).stream()
        .map(ServiceAccountStore.Row::account)
        .toList();
  }

  public ServiceAccount get(Caller caller, UserId id) {
    access.requireAdmin(caller, READ);
    return find(id);
  }

  public ServiceAccount create(Caller caller, ServiceAccount.Wanted wanted) {
    access.requireAdmin(caller, "serviceaccounts:create");
    requireName(wanted.name());
    String login = login(wanted.name());
    String permissions =
        wanted.permissions() == null ? null : json.writeValueAsString(wanted.permissions());
    return database.write(handle -> {
      ServiceAccountStore store = handle.attach(ServiceAccountStore.class);
      boolean inserted =
          store.insert(
              login, wanted.name(), wanted.role(), wanted.disabled(), clock.instant(), permissions);
      if (!inserted) {
        throw new AppException(IdentityErrors.ACCOUNT_TAKEN, "service account already exists");
      }
      return store.findByLogin(login).orElseThrow().account();
    });
  }

  /** Changes it; being disabled stops its tokens with the next request. */
  public ServiceAccount change(Caller caller, UserId id, ServiceAccount.Patch patch) {
    access.requireAdmin(caller, WRITE);
    if (patch.name() != null) {
      requireName(patch.name());
    }
    boolean found =
        database.with(
            ServiceAccountStore.class,
            store -> store.update(id, patch.name(), patch.role(), patch.disabled()));
    if (!found) {
      throw AccessErrors.notFound("service account");
    }
    return find(id);
  }

  /** Deletes it with its tokens. What it made is the caller's from then on. */
  public void delete(Caller caller, UserId id) {
    UserId heir = access.requireAdmin(caller, "serviceaccounts:delete").userId();
    find(id);
    Checks.require(!heir.equals(id), "", "A service account cannot delete itself.");
    database.write(handle -> {
      ServiceAccountStore store = handle.attach(ServiceAccountStore.class);
      store.inheritDashboards(id, heir);
      store.inheritShares(id, heir);
      store.inheritFolders(id, heir);
      return store.delete(id);
    });
  }

  public List<ServiceAccount.Token> tokens(Caller caller, UserId id) {
    access.requireAdmin(caller, READ);
    find(id);
    return database.from(ServiceAccountStore.class, store -> store.tokens(id));
  }

  /**
   * Makes a token.
   *
   * @param lasts null or zero for ever
   */
  public ServiceAccount.NewToken createToken(
      Caller caller, UserId id, String name, @Nullable Duration lasts) {
    access.requireAdmin(caller, WRITE);
    ServiceAccount account = find(id);
    requireName(name);
    Checks.require(
        lasts == null || (!lasts.isNegative() && lasts.compareTo(LONGEST) <= 0),
        "secondsToLive",
        "must be from 0, for ever, to 100 years");
    Instant now = clock.instant();
    Instant expires = lasts == null || lasts.isZero() ? null : now.plus(lasts);
    ApiKeyText text = ApiKeyText.random(random);
    String hash = serverKey.hash(Callers.KEY_PURPOSE, text.text());
    KeyId token =
        database.with(
            KeyStore.class,
            store -> store.insert(id, name, hash, account.role(), null, now, expires));
    return new ServiceAccount.NewToken(token.value(), name, text.text());
  }

  public void deleteToken(Caller caller, UserId id, KeyId token) {
    access.requireAdmin(caller, WRITE);
    boolean found = database.with(ServiceAccountStore.class, store -> store.deleteToken(id, token));
    if (!found) {
      throw AccessErrors.notFound("token");
    }
  }

  private ServiceAccount find(UserId id) {
    return database
        .from(ServiceAccountStore.class, store -> store.find(id))
        .map(ServiceAccountStore.Row::account)
        .orElseThrow(() -> AccessErrors.notFound("service account"));
  }

  private static void requireName(String name) {
    Checks.require(
        !name.isBlank() && name.length() <= LONGEST_NAME, "name", "must have 1 to 190 characters");
  }

  /** As Grafana makes it. No e-mail address looks like this, so it is nobody's. */
  private static String login(String name) {
    return "sa-1-" + name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}
