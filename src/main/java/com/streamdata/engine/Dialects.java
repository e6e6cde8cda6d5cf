package com.streamdata.engine;

import org.jooq.SQLDialect;

/** The dialect of each database. */
public final class Dialects {
  private Dialects() {}

  public static Dialect of(SqlEngine engine) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresDialect();
      case MYSQL -> new MySqlDialect(SQLDialect.MYSQL);
      case MARIADB -> new MySqlDialect(SQLDialect.MARIADB);
      case SQLITE -> new SqliteDialect();
      case TRINO -> new TrinoDialect();
    };
  }
}
