package com.streamdata.identity;

import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code session} table: who is signed in. */
@RegisterConstructorMapper(SessionStore.Session.class)
interface SessionStore {
  /** A session that was begun, with its user as they are now. */
  record Session(
      UserId userId,
      String email,
      Role role,
      boolean disabled,
      Instant createdAt,
      Instant seenAt) {}

  @SqlQuery(
      """
      SELECT s.user_id, u.email, u.role, u.disabled, s.created_at, s.seen_at
      FROM session s JOIN app_user u ON u.id = s.user_id
      WHERE s.hash = :hash
      """)
  Optional<Session> find(String hash);

  @SqlUpdate(
      "INSERT INTO session (hash, user_id, created_at, seen_at) VALUES (:hash, :userId, :at, :at)")
  void insert(String hash, UserId userId, Instant at);

  @SqlUpdate("UPDATE session SET seen_at = :at WHERE hash = :hash")
  void seen(String hash, Instant at);

  @SqlUpdate("DELETE FROM session WHERE hash = :hash")
  void delete(String hash);

  @SqlUpdate("DELETE FROM session WHERE user_id = :userId")
  void deleteOf(UserId userId);

  @SqlUpdate("DELETE FROM session WHERE user_id = :userId AND hash <> :kept")
  void deleteOthers(UserId userId, String kept);

  @SqlUpdate("DELETE FROM session WHERE created_at < :begunBefore OR seen_at < :seenBefore")
  void deleteOld(Instant begunBefore, Instant seenBefore);
}
