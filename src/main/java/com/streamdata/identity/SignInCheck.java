package com.streamdata.identity;

import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.http.Client;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether a password is that of a user, for everything that asks for both. */
@Component
final class SignInCheck {
  private final Database database;
  private final Passwords passwords;
  private final Tries tries;
  private volatile String nobodysHash = "";

  SignInCheck(Database database, Passwords passwords, InstantSource clock) {
    this.database = database;
    this.passwords = passwords;
    this.tries = new Tries(clock, IdentityErrors.TOO_MANY_TRIES);
  }

  /**
   * The account of an address and its password.
   *
   * @throws AppException unauthenticated, in the same words for an unknown address and a wrong
   *     password; too-many after ten wrong tries
   */
  Account require(Client client, String email, String password) {
    Tries.Key key = new Tries.Key(email.toLowerCase(Locale.ROOT), client);
    tries.begin(key);
    Optional<Account> found = find(email);
    boolean right;
    try {
      // An unknown address costs as much time as a wrong password.
      String hash = found.map(Account::passwordHash).orElseGet(this::nobodysHash);
      right = passwords.matches(password, hash) && found.isPresent();
    } catch (AppException busy) {
      tries.forgive(key);
      throw busy;
    }
    if (!right) {
      throw new AppException(
          IdentityErrors.WRONG_PASSWORD, "E-mail or password is wrong. Check both and try again.");
    }
    tries.forgive(key);
    return found.get();
  }

  /** Who may sign in with this address. */
  Optional<Account> find(String email) {
    return database
        .from(UserStore.class, store -> store.findByEmail(email))
        .filter(account -> !account.disabled());
  }

  private String nobodysHash() {
    if (nobodysHash.isEmpty()) {
      nobodysHash = passwords.hash("nobody's password");
    }
    return nobodysHash;
  }
}
