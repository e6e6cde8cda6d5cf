package com.streamdata.identity;

import com.streamdata.access.KeyId;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The programs of the {@code app_user} table, and their keys. */
@RegisterConstructorMapper(ServiceAccountStore.Row.class)
@RegisterConstructorMapper(ServiceAccount.Token.class)
interface ServiceAccountStore {
  String COLUMNS =
      """
      SELECT u.id, u.name, u.email AS login, u.role, u.permissions, u.disabled, u.created_at,
             (SELECT count(*) FROM api_key k WHERE k.user_id = u.id) AS tokens
      FROM app_user u WHERE u.service_account
      """;

  /** See {@link ServiceAccount}. */
  record Row(
      UserId id,
      String name,
      String login,
      Role role,
      @Nullable String permissions,
      boolean disabled,
      Instant createdAt,
      int tokens) {
    ServiceAccount account() {
      return new ServiceAccount(
          id, name, login, role, Callers.permissions(permissions), disabled, tokens, createdAt);
    }
  }

  @SqlQuery(COLUMNS + " ORDER BY u.name, u.id")
  List<Row> list();

  @SqlQuery(COLUMNS + " AND u.id = :id")
  Optional<Row> find(UserId id);

  @SqlQuery(COLUMNS + " AND u.email = :login")
  Optional<Row> findByLogin(String login);

  /** Returns whether it was inserted: not if the login is taken. */
  @SqlUpdate(
      """
      INSERT INTO app_user
        (email, name, role, password_hash, disabled, created_at, service_account, permissions)
      VALUES (:login, :name, lower(:role), '', :disabled, :createdAt, true, :permissions)
      ON CONFLICT DO NOTHING
      """)
  boolean insert(
      String login,
      String name,
      Role role,
      boolean disabled,
      Instant createdAt,
      @Nullable String permissions);

  /** Changes what is not null. */
  @SqlUpdate(
      """
      UPDATE app_user
      SET name = coalesce(:name, name), role = coalesce(lower(:role), role),
          disabled = coalesce(:disabled, disabled)
      WHERE id = :id AND service_account
      """)
  boolean update(UserId id, @Nullable String name, @Nullable Role role, @Nullable Boolean disabled);

  /** What it made stays; it belongs to whoever deletes the account. */
  @SqlUpdate("UPDATE dashboard SET owner_id = :heir WHERE owner_id = :id")
  void inheritDashboards(UserId id, UserId heir);

  @SqlUpdate("UPDATE share SET created_by = :heir WHERE created_by = :id")
  void inheritShares(UserId id, UserId heir);

  @SqlUpdate("UPDATE folder SET created_by = :heir WHERE created_by = :id")
  void inheritFolders(UserId id, UserId heir);

  @SqlUpdate("DELETE FROM app_user WHERE id = :id AND service_account")
  boolean delete(UserId id);

  @SqlQuery(
      """
      SELECT id, name, created_at, expires_at, last_used_at
      FROM api_key WHERE user_id = :account ORDER BY id
      """)
  List<ServiceAccount.Token> tokens(UserId account);

  @SqlUpdate("DELETE FROM api_key WHERE id = :token AND user_id = :account")
  boolean deleteToken(UserId account, KeyId token);
}
