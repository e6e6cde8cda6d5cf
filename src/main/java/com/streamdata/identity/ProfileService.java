package com.streamdata.identity;

import com.streamdata.access.Access;
import com.streamdata.access.Caller;
import com.streamdata.access.Role;
import com.streamdata.db.Database;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** What callers are told of themselves. */
@Service
public final class ProfileService {
  private final Access access;
  private final Database database;

  ProfileService(Access access, Database database) {
    this.access = access;
    this.database = database;
  }

  /**
   * A person or a service account.
   *
   * @param email a service account's login
   */
  public record Profile(
      long id, String name, String email, Role role, boolean serviceAccount, Instant createdAt) {}

  public Profile of(Caller caller) {
    Caller.Account account = access.requireAccount(caller);
    return database.read(handle ->
        handle
            .attach(UserStore.class)
            .find(account.userId())
            .map(person ->
                new Profile(
                    person.id().value(),
                    person.name(),
                    person.email(),
                    account.role(),
                    false,
                    person.createdAt()))
            .orElseGet(() -> program(handle.attach(ServiceAccountStore.class), account)));
  }

  private static Profile program(ServiceAccountStore store, Caller.Account account) {
    ServiceAccountStore.Row row = store.find(account.userId()).orElseThrow();
    return new Profile(
        row.id().value(), row.name(), row.login(), account.role(), true, row.createdAt());
  }
}
