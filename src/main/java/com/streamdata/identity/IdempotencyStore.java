package com.streamdata.identity;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The {@code idempotency} table. */
@RegisterConstructorMapper(IdempotencyStore.Kept.class)
interface IdempotencyStore {
  /** An answer that was given. */
  record Kept(String requestHash, int status, @Nullable String location, String sealedBody) {}

  @SqlQuery(
      """
      SELECT request_hash, status, location, sealed_body
      FROM idempotency
      WHERE caller = :caller AND idempotency_key = :key AND created_at > :since
      """)
  Optional<Kept> find(String caller, String key, long since);

  @SqlUpdate(
      """
      INSERT INTO idempotency
        (caller, idempotency_key, request_hash, status, location, sealed_body, created_at)
      VALUES (:caller, :key, :requestHash, :status, :location, :sealedBody, :createdAt)
      ON CONFLICT (caller, idempotency_key) DO UPDATE
      SET request_hash = excluded.request_hash, status = excluded.status,
          location = excluded.location, sealed_body = excluded.sealed_body,
          created_at = excluded.created_at
      """)
  void insert(
      String caller,
      String key,
      String requestHash,
      int status,
      @Nullable String location,
      String sealedBody,
      long createdAt);

  @SqlUpdate("DELETE FROM idempotency WHERE created_at < :before")
  void deleteOld(long before);
}
