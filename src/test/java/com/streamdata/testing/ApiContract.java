package com.streamdata.testing;

import com.streamdata.config.Secret;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every test over HTTP on a server with SQLite and on one with PostgreSQL. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
public abstract class ApiContract {
  @Parameter protected TestDatabase.@Nullable Kind kind;
  private static @Nullable TestDatabase database;
  private static @Nullable TestServer server;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase.Kind kind) {
    if (kind == TestDatabase.Kind.SQLITE) {
      server = TestServer.start();
      return;
    }
    TestDatabase fresh = TestDatabase.fresh(kind);
    database = fresh;
    Secret url = Objects.requireNonNull(fresh.config().databaseUrl());
    server = TestServer.start(Map.of("STREAMDATA_DATABASE_URL", url.reveal()));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
    if (database != null) {
      database.close();
      database = null;
    }
  }

  protected static TestServer server() {
    return Objects.requireNonNull(server);
  }

  /** A new dashboard's uid. */
  protected static String dashboard(String name) {
    return server()
        .admin()
        .post("/dashboards", "{\"name\": \"" + name + "\"}")
        .expect(201)
        .json()
        .path("uid")
        .asString();
  }
}
