package com.streamdata.identity;

import com.streamdata.access.Caller;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import com.streamdata.config.Secret;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the first admin and their key, once. */
@Component
public final class FirstStart {
  private static final int PASSWORD_BYTES = 15;

  private final Database database;
  private final ServerKey serverKey;
  private final Passwords passwords;
  private final IdentityConfig config;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  FirstStart(
      Database database,
      ServerKey serverKey,
      Passwords passwords,
      IdentityConfig config,
      InstantSource clock) {
    this.database = database;
    this.serverKey = serverKey;
    this.passwords = passwords;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The first admin.
   *
   * @param password shown once; null when it came from the settings
   * @param apiKey shown once; null when it came from the settings
   */
  public record FirstAdmin(
      Caller.User caller, @Nullable Secret password, @Nullable Secret apiKey) {}

  /** Makes the first admin; empty if there is somebody already. */
  public Optional<FirstAdmin> makeAdmin() {
    if (database.from(UserStore.class, UserStore::count) > 0) {
      return Optional.empty();
    }
    Secret password = config.adminPassword() == null ? randomPassword() : config.adminPassword();
    Secret key =
        config.apiKey() == null ? new Secret(ApiKeyText.random(random).text()) : config.apiKey();
    UserId id = insert(password, key);
    return Optional.of(
        new FirstAdmin(
            new Caller.User(id, config.adminEmail(), Role.ADMIN),
            config.adminPassword() == null ? password : null,
            config.apiKey() == null ? key : null));
  }

  private UserId insert(Secret password, Secret key) {
    String passwordHash = passwords.hash(password.reveal());
    String keyHash = serverKey.hash(Callers.KEY_PURPOSE, key.reveal());
    Instant now = clock.instant();
    return database.write(handle -> {
      UserId user =
          handle
              .attach(UserStore.class)
              .insert(config.adminEmail(), "Admin", Role.ADMIN, passwordHash, now);
      handle.attach(KeyStore.class).insert(user, "First key", keyHash, Role.ADMIN, null, now, null);
      return user;
    });
  }

  private Secret randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
