package com.streamdata.identity;

import com.streamdata.access.Access;
import com.streamdata.access.Caller;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import com.streamdata.config.ServerKey;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.http.Client;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/** Signs people in and out. */
@Service
final class SessionService {
  private static final int RANDOM_BYTES = 20;

  private final Access access;
  private final Database database;
  private final ServerKey serverKey;
  private final SessionCsrf csrf;
  private final SignInCheck check;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SessionService(
      Access access,
      Database database,
      ServerKey serverKey,
      SessionCsrf csrf,
      SignInCheck check,
      InstantSource clock) {
    this.access = access;
    this.database = database;
    this.serverKey = serverKey;
    this.csrf = csrf;
    this.check = check;
    this.clock = clock;
  }

  /** What the cookie holds, and what the page is told. */
  record Begun(String cookie, SignedIn signedIn) {}

  /**
   * Who is signed in.
   *
   * @param csrfToken to be sent as {@code X-CSRF-Token} with every change
   */
  record SignedIn(Person user, String csrfToken) {}

  /** A user, as they see themselves. */
  record Person(UserId id, String email, Role role) {}

  /**
   * Begins a session.
   *
   * @throws AppException unauthenticated, in the same words for an unknown address and a wrong
   *     password
   */
  Begun begin(Client client, SignIn request) {
    return begin(check.require(client, request.email(), request.password()));
  }

  private Begun begin(Account account) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String cookie = HexFormat.of().formatHex(bytes);
    String hash = serverKey.hash(Callers.SESSION_PURPOSE, cookie);
    Instant now = clock.instant();
    database.write(handle -> {
      SessionStore store = handle.attach(SessionStore.class);
      store.deleteOld(now.minus(Callers.LONGEST), now.minus(Callers.IDLE));
      store.insert(hash, account.id(), now);
      return true;
    });
    Person person = new Person(account.id(), account.email(), account.role());
    return new Begun(cookie, new SignedIn(person, csrf.of(hash)));
  }

  /** Who this session belongs to. */
  SignedIn find(Caller caller, String sessionHash) {
    Caller.Account account = access.requireAccount(caller);
    return new SignedIn(
        new Person(account.userId(), account.email(), account.role()), csrf.of(sessionHash));
  }

  void end(String sessionHash) {
    database.write(handle -> {
      handle.attach(SessionStore.class).delete(sessionHash);
      return true;
    });
  }
}
