package com.streamdata.identity;

import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The people of the {@code app_user} table. */
@RegisterConstructorMapper(Account.class)
interface UserStore {
  String COLUMNS =
      "SELECT id, email, name, role, password_hash, disabled, created_at FROM app_user ";

  @SqlQuery(COLUMNS + "WHERE lower(email) = lower(:email) AND NOT service_account")
  Optional<Account> findByEmail(String email);

  @SqlQuery(COLUMNS + "WHERE id = :id AND NOT service_account")
  Optional<Account> find(UserId id);

  @SqlQuery(COLUMNS + "WHERE NOT service_account ORDER BY id")
  List<Account> list();

  @SqlQuery("SELECT count(*) FROM app_user")
  long count();

  @SqlQuery(
      """
      SELECT count(*) FROM app_user
      WHERE role = 'admin' AND NOT disabled AND NOT service_account AND id <> :id
      """)
  long countOtherAdmins(UserId id);

  @SqlUpdate(
      """
      INSERT INTO app_user (email, name, role, password_hash, disabled, created_at)
      VALUES (:email, :name, lower(:role), :passwordHash, false, :createdAt)
      """)
  @GetGeneratedKeys("id")
  UserId insert(String email, String name, Role role, String passwordHash, Instant createdAt);

  /** Returns whether it was inserted: not if somebody has this address in whatever case. */
  @SqlUpdate(
      """
      INSERT INTO app_user (email, name, role, password_hash, disabled, created_at)
      VALUES (:email, :name, lower(:role), :passwordHash, false, :createdAt)
      ON CONFLICT DO NOTHING
      """)
  boolean insertIfFree(
      String email, String name, Role role, String passwordHash, Instant createdAt);

  /** Makes whoever else wants to change an admin wait for the end of this transaction. */
  @SqlUpdate("UPDATE app_user SET role = role WHERE role = 'admin'")
  void lockAdmins();

  /** Changes what is not null. */
  @SqlUpdate(
      """
      UPDATE app_user
      SET name = coalesce(:name, name),
          role = coalesce(lower(:role), role),
          password_hash = coalesce(:passwordHash, password_hash),
          disabled = coalesce(:disabled, disabled)
      WHERE id = :id
      """)
  void update(
      UserId id,
      @Nullable String name,
      @Nullable Role role,
      @Nullable String passwordHash,
      @Nullable Boolean disabled);
}
