package com.streamdata.identity;

import com.streamdata.access.Access;
import com.streamdata.access.AccessErrors;
import com.streamdata.access.Caller;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import com.streamdata.http.Client;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes, lists and changes users, which admins may; everybody may change their own password. */
@Service
final class UserService {
  private final Access access;
  private final Database database;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Tries tries;

  UserService(Access access, Database database, Passwords passwords, InstantSource clock) {
    this.access = access;
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
    this.tries = new Tries(clock, IdentityErrors.TOO_MANY_TRIES);
  }

  /** A user without anything secret. */
  record User(UserId id, String email, String name, Role role, boolean disabled, Instant created) {
    static User of(Account account) {
      return new User(
          account.id(),
          account.email(),
          account.name(),
          account.role(),
          account.disabled(),
          account.createdAt());
    }
  }

  List<User> list(Caller caller) {
    access.requireAdmin(caller);
    return database.from(UserStore.class, UserStore::list).stream().map(User::of).toList();
  }

  User create(Caller caller, NewUser request) {
    access.requireAdmin(caller);
    String email = request.email().text();
    String hash = passwords.hash(request.password().text());
    return database.write(handle -> {
      UserStore store = handle.attach(UserStore.class);
      if (!store.insertIfFree(email, request.name(), request.role(), hash, clock.instant())) {
        throw new AppException(
            IdentityErrors.EMAIL_TAKEN, "Change that user, or take another address.");
      }
      return User.of(store.findByEmail(email).orElseThrow());
    });
  }

  /**
   * Changes a user. A new password and being disabled end all sessions with the next request, being
   * disabled also stops all keys.
   */
  User change(Caller caller, UserId id, UserPatch patch) {
    access.requireAdmin(caller);
    String hash = patch.password() == null ? null : passwords.hash(patch.password().text());
    return database.write(handle -> User.of(change(handle, id, patch, hash)));
  }

  private static Account change(
      Handle handle, UserId id, UserPatch patch, @Nullable String passwordHash) {
    UserStore store = handle.attach(UserStore.class);
    store.lockAdmins();
    Account before = store.find(id).orElseThrow(() -> AccessErrors.notFound("user"));
    boolean isAdmin = before.role() == Role.ADMIN && !before.disabled();
    if (isAdmin && patch.takesAdmin() && store.countOtherAdmins(id) == 0) {
      throw new AppException(IdentityErrors.LAST_ADMIN, "Make somebody else an admin first.");
    }
    store.update(id, patch.name(), patch.role(), passwordHash, patch.disabled());
    if (patch.endsSessions()) {
      handle.attach(SessionStore.class).deleteOf(id);
    }
    return store.find(id).orElseThrow();
  }

  /**
   * Changes the caller's own password and ends all their other sessions.
   *
   * @param sessionHash the session they ask in
   * @throws AppException unauthenticated, if the current password is wrong
   */
  void changeOwnPassword(Client client, Caller caller, String sessionHash, PasswordChange request) {
    Caller.Account account = access.requireAccount(caller);
    UserId id = account.userId();
    prove(client, id, request.currentPassword());
    String hash = passwords.hash(request.password().text());
    database.write(handle -> {
      handle.attach(UserStore.class).update(id, null, null, hash, null);
      handle.attach(SessionStore.class).deleteOthers(id, sessionHash);
      return true;
    });
  }

  private void prove(Client client, UserId id, String password) {
    Tries.Key key = new Tries.Key(id.toString(), client);
    tries.begin(key);
    Account person = database.from(UserStore.class, store -> store.find(id)).orElseThrow();
    boolean right;
    try {
      right = passwords.matches(password, person.passwordHash());
    } catch (AppException busy) {
      tries.forgive(key);
      throw busy;
    }
    if (!right) {
      throw new AppException(IdentityErrors.WRONG_PASSWORD, "The current password is another one.");
    }
    tries.forgive(key);
  }
}
