package com.streamdata.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.access.Caller;
import com.streamdata.config.ServerKey;
import com.streamdata.error.AppException;
import com.streamdata.http.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Basic authentication (RFC 7617) for Grafana's clients, which send it with every request: an
 * address and a password, or {@code api_key} and a token.
 *
 * <p>What was right a moment ago is not hashed again as long as the user's password stays the same.
 */
@Component
final class BasicSignIn {
  private static final String TOKEN_USER = "api_key";
  private static final String PURPOSE = "basic-sign-in";
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 1_000;

  private final Callers callers;
  private final SignInCheck check;
  private final ServerKey serverKey;

  /** Keyed hash of what was sent, and the password hash that it fitted. */
  private final Cache<String, String> right =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  BasicSignIn(Callers callers, SignInCheck check, ServerKey serverKey) {
    this.callers = callers;
    this.check = check;
    this.serverKey = serverKey;
  }

  /**
   * Who sent this.
   *
   * @param encoded what follows {@code Basic} in the header
   * @throws AppException unauthenticated when it is malformed or wrong
   */
  Callers.Known require(Client client, String encoded) {
    String text = decode(encoded);
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw wrong();
    }
    String name = text.substring(0, colon);
    String password = text.substring(colon + 1);
    return name.equals(TOKEN_USER)
        ? callers.byKey(password)
        : new Callers.Known(user(client, name, password), null, null);
  }

  private Caller.User user(Client client, String email, String password) {
    if (password.isEmpty() || password.length() > Password.LONGEST) {
      throw wrong();
    }
    String sent = serverKey.hash(PURPOSE, email + "\n" + password);
    Optional<Account> known =
        check.find(email).filter(found -> found.passwordHash().equals(right.getIfPresent(sent)));
    Account account = known.orElseGet(() -> check.require(client, email, password));
    right.put(sent, account.passwordHash());
    return new Caller.User(account.id(), account.email(), account.role());
  }

  private static String decode(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw wrong();
    }
  }

  private static AppException wrong() {
    return new AppException(
        IdentityErrors.WRONG_PASSWORD, "E-mail or password is wrong. Check both and try again.");
  }
}
