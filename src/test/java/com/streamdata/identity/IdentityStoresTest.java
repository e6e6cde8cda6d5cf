package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.KeyId;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import com.streamdata.db.Database;
import com.streamdata.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables of users, keys, sessions and first answers, on both databases. */
class IdentityStoresTest extends StoreContract {
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00.123Z");

  @Test
  void userComesBackAsStored() {
    UserId id = insertUser("Ann@example.org", Role.EDITOR);

    assertThat(user(id))
        .hasValue(new Account(id, "Ann@example.org", "Ann", Role.EDITOR, "hash", false, NOW));
    assertThat(userOf("aNN@EXAMPLE.org")).map(Account::id).hasValue(id);
    assertThat(userOf("an_@example.org")).isEmpty();
    assertThat(users()).hasSize(1);
  }

  @Test
  void addressIsFreeOnce() {
    insertUser("ann@example.org", Role.EDITOR);

    boolean again =
        database()
            .with(
                UserStore.class,
                store -> store.insertIfFree("ANN@example.org", "B", Role.VIEWER, "h", NOW));

    assertThat(again).isFalse();
    assertThat(users()).extracting(Account::email).containsExactly("ann@example.org");
  }

  @Test
  void onlyWhatIsGivenChanges() {
    UserId id = insertUser("ann@example.org", Role.ADMIN);

    update(id, null, null, null, null);
    assertThat(user(id).orElseThrow().role()).isEqualTo(Role.ADMIN);
    update(id, "Anna", Role.VIEWER, "other", true);

    assertThat(user(id))
        .hasValue(new Account(id, "ann@example.org", "Anna", Role.VIEWER, "other", true, NOW));
  }

  @Test
  void otherAdminsAreThoseWhoCanSignIn() {
    UserId first = insertUser("a@example.org", Role.ADMIN);
    UserId second = insertUser("b@example.org", Role.ADMIN);
    insertUser("c@example.org", Role.EDITOR);

    assertThat(otherAdmins(first)).isEqualTo(1);
    update(second, null, null, null, true);

    assertThat(otherAdmins(first)).isZero();
  }

  @Test
  void twoAdminsCannotDemoteOneAnotherAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      UserId first = insertUser(round + "a@example.org", Role.ADMIN);
      UserId second = insertUser(round + "b@example.org", Role.ADMIN);

      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Stream.of(first, second).forEach(id -> threads.submit(() -> demoteUnlessLast(id)));
      }

      UserId left =
          users().stream()
              .filter(user -> user.role() == Role.ADMIN)
              .map(Account::id)
              .findFirst()
              .orElseThrow();
      assertThat(otherAdmins(left)).isZero();
      database().write(handle -> handle.execute("DELETE FROM app_user"));
    }
  }

  @Test
  void keyComesBackWithItsUserAsTheyAreNow() {
    UserId user = insertUser("ann@example.org", Role.EDITOR);
    String permissions = "[{\"action\": \"dashboards:read\", \"scope\": \"dashboards:*\"}]";
    Instant expires = NOW.plus(Duration.ofDays(1));
    KeyId id =
        database()
            .with(
                KeyStore.class,
                store ->
                    store.insert(user, "ci", "keyhash", Role.VIEWER, permissions, NOW, expires));

    database()
        .with(
            KeyStore.class,
            store -> {
              store.used(id, NOW.plusMillis(5));
              return true;
            });
    update(user, null, Role.ADMIN, null, true);

    assertThat(key("keyhash"))
        .hasValue(
            new StoredKey(
                id,
                user,
                "ann@example.org",
                Role.ADMIN,
                true,
                "ci",
                Role.VIEWER,
                permissions,
                null,
                NOW,
                expires,
                NOW.plusMillis(5)));
    assertThat(deleteKey(id)).isTrue();
    assertThat(deleteKey(id)).isFalse();
  }

  @Test
  void keysAndSessionsGoWithTheirUser() {
    UserId user = insertUser("ann@example.org", Role.EDITOR);
    database()
        .with(
            KeyStore.class,
            store -> store.insert(user, "ci", "keyhash", Role.VIEWER, null, NOW, null));
    begin("session", user, NOW);

    database().write(handle -> handle.execute("DELETE FROM app_user"));

    assertThat(key("keyhash")).isEmpty();
    assertThat(session("session")).isEmpty();
  }

  @Test
  void oldSessionsAreSweptAndOthersStay() {
    UserId user = insertUser("ann@example.org", Role.EDITOR);
    begin("old", user, NOW.minus(Duration.ofHours(13)));
    begin("idle", user, NOW.minus(Duration.ofMinutes(31)));
    begin("busy", user, NOW.minus(Duration.ofMinutes(31)));
    begin("new", user, NOW);
    change(store -> store.seen("old", NOW));
    change(store -> store.seen("busy", NOW));

    change(store -> store.deleteOld(NOW.minus(Callers.LONGEST), NOW.minus(Callers.IDLE)));

    assertThat(Stream.of("old", "idle", "busy", "new").filter(hash -> session(hash).isPresent()))
        .containsExactly("busy", "new");
    change(store -> store.deleteOthers(user, "new"));
    assertThat(session("busy")).isEmpty();
    assertThat(session("new")).hasValueSatisfying(s -> assertThat(s.seenAt()).isEqualTo(NOW));
  }

  @Test
  void answerIsKeptOncePerCallerAndKey() {
    Database database = database();
    IntStream.range(0, 2)
        .forEach(i ->
            database.write(handle -> {
              IdempotencyStore store = handle.attach(IdempotencyStore.class);
              store.insert(
                  "key:1", "k", "hash" + i, 201, i == 0 ? null : "/keys/1", "body", 100 + i);
              store.insert("user:1", "k", "other", 200, null, "other", 100);
              return true;
            }));

    assertThat(answer("key:1", 100))
        .hasValue(new IdempotencyStore.Kept("hash1", 201, "/keys/1", "body"));
    assertThat(answer("key:1", 101)).isEmpty();
    database.write(handle -> {
      handle.attach(IdempotencyStore.class).deleteOld(101);
      return true;
    });
    assertThat(answer("user:1", 0)).isEmpty();
  }

  private UserId insertUser(String email, Role role) {
    return database().with(UserStore.class, store -> store.insert(email, "Ann", role, "hash", NOW));
  }

  private Optional<Account> user(UserId id) {
    return database().from(UserStore.class, store -> store.find(id));
  }

  private Optional<Account> userOf(String email) {
    return database().from(UserStore.class, store -> store.findByEmail(email));
  }

  private List<Account> users() {
    return database().from(UserStore.class, UserStore::list);
  }

  private long otherAdmins(UserId id) {
    return database().from(UserStore.class, store -> store.countOtherAdmins(id));
  }

  private Optional<StoredKey> key(String hash) {
    return database().from(KeyStore.class, store -> store.findByHash(hash));
  }

  private boolean deleteKey(KeyId id) {
    return database().with(KeyStore.class, store -> store.delete(id));
  }

  private Optional<IdempotencyStore.Kept> answer(String caller, long since) {
    return database().from(IdempotencyStore.class, store -> store.find(caller, "k", since));
  }

  private void update(
      UserId id,
      @Nullable String name,
      @Nullable Role role,
      @Nullable String hash,
      @Nullable Boolean disabled) {
    database()
        .with(
            UserStore.class,
            store -> {
              store.update(id, name, role, hash, disabled);
              return true;
            });
  }

  private void demoteUnlessLast(UserId id) {
    database()
        .with(
            UserStore.class,
            store -> {
              store.lockAdmins();
              if (store.countOtherAdmins(id) > 0) {
                store.update(id, null, Role.VIEWER, null, null);
              }
              return true;
            });
  }

  private void begin(String hash, UserId user, Instant at) {
    change(store -> store.insert(hash, user, at));
  }

  private Optional<SessionStore.Session> session(String hash) {
    return database().from(SessionStore.class, store -> store.find(hash));
  }

  private void change(Consumer<SessionStore> work) {
    database()
        .with(
            SessionStore.class,
            store -> {
              work.accept(store);
              return true;
            });
  }
}
