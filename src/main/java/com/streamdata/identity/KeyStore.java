package com.streamdata.identity;

import com.streamdata.access.KeyId;
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

/** The {@code api_key} table. */
@RegisterConstructorMapper(StoredKey.class)
interface KeyStore {
  String COLUMNS =
      """
      SELECT k.id, k.user_id, u.email, u.role AS user_role, u.disabled, k.name, k.role, k.permissions,
             u.permissions AS user_permissions, k.created_at, k.expires_at, k.last_used_at
      FROM api_key k JOIN app_user u ON u.id = k.user_id
      """;

  @SqlQuery(COLUMNS + "WHERE k.hash = :hash")
  Optional<StoredKey> findByHash(String hash);

  @SqlQuery(COLUMNS + "WHERE k.id = :id")
  Optional<StoredKey> find(KeyId id);

  @SqlQuery(COLUMNS + "ORDER BY k.id")
  List<StoredKey> list();

  @SqlUpdate(
      """
      INSERT INTO api_key (user_id, name, hash, role, permissions, created_at, expires_at)
      VALUES (:userId, :name, :hash, lower(:role), :permissions, :createdAt, :expiresAt)
      """)
  @GetGeneratedKeys("id")
  KeyId insert(
      UserId userId,
      String name,
      String hash,
      Role role,
      @Nullable String permissions,
      Instant createdAt,
      @Nullable Instant expiresAt);

  @SqlUpdate("UPDATE api_key SET last_used_at = :at WHERE id = :id")
  void used(KeyId id, Instant at);

  @SqlUpdate("DELETE FROM api_key WHERE id = :id")
  boolean delete(KeyId id);
}
