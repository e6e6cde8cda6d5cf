package com.streamdata.db;

import com.streamdata.config.Secret;
import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Where metadata is kept.
 *
 * @param databaseUrl {@code postgresql://user:password@host:port/database}; null for SQLite in the
 *     data folder
 */
public record DatabaseConfig(@Nullable Secret databaseUrl) {
  public DatabaseConfig {
    Checks.require(
        databaseUrl == null || databaseUrl.reveal().matches("postgres(ql)?://.+"),
        "STREAMDATA_DATABASE_URL",
        "must look like postgresql://user:password@host:5432/database");
  }
}
