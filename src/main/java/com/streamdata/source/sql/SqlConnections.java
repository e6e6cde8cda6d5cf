package com.streamdata.source.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.config.ServerConfig;
import com.streamdata.dataset.Work;
import com.streamdata.outbound.Networks;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.sql.SqlSettings.Server;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Connections to other people's databases: they cannot write, and end what takes too long. */
@Component
public final class SqlConnections {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);
  private static final Duration UNUSED = Duration.ofMinutes(15);
  private static final long SECONDS_BETWEEN_LOOKS = 30;

  private final Duration toConnect;
  private final Duration toAnswer;
  private final PostgresDoor postgres;
  private final MariaDbDoor mariaDb;
  private final TrinoDoor trino;
  private final SqliteDoor sqlite;
  private final Cache<Server, SqlPool> pools =
      Caffeine.newBuilder()
          .expireAfterAccess(UNUSED)
          .<Server, SqlPool>removalListener((_, pool, _) -> {
            if (pool != null) {
              pool.close();
            }
          })
          .executor(Runnable::run)
          .build();
  private final ScheduledExecutorService tidying =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sql-connections").daemon().factory());

  @Autowired
  public SqlConnections(Networks networks, Trust trust, SqlConfig config, ServerConfig server) {
    this(networks, trust, config, server, TO_CONNECT, TO_ANSWER);
  }

  SqlConnections(
      Networks networks,
      Trust trust,
      SqlConfig config,
      ServerConfig server,
      Duration toConnect,
      Duration toAnswer) {
    this.toConnect = toConnect;
    this.toAnswer = toAnswer;
    this.postgres = new PostgresDoor(networks.sockets(), trust);
    this.mariaDb = new MariaDbDoor(networks.sockets(), trust);
    this.trino = new TrinoDoor(networks.sockets(), trust);
    this.sqlite = new SqliteDoor(config.sqliteFolder(), server.dataDir());
    var unused =
        tidying.scheduleWithFixedDelay(
            this::tidy, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  /**
   * Does something with a connection in a transaction that cannot write, and ends after 30 seconds.
   *
   * @throws FetchFailure saying in words without secrets why it could not be done
   */
  public <T> T with(SqlSettings settings, Work<Connection, T> work)
      throws FetchFailure, InterruptedException {
    Server server = settings.server();
    try {
      return switch (server.engine()) {
        case SQLITE -> withFile(server.database(), work);
        case POSTGRESQL, MYSQL, MARIADB, TRINO ->
            pools.get(server, it -> new SqlPool(() -> open(it))).with(work);
      };
    } catch (SQLException e) {
      throw SqlFailures.of(e, server);
    }
  }

  /** Opening a file costs less than to look after a connection, and gives it its own 30 seconds. */
  private <T> T withFile(String name, Work<Connection, T> work) throws SQLException, FetchFailure {
    try (Connection connection = sqlite.open(name, toAnswer)) {
      return work.with(connection);
    }
  }

  private Connection open(Server server) throws SQLException, FetchFailure {
    return switch (server.engine()) {
      case POSTGRESQL -> postgres.open(server, toConnect, toAnswer);
      case MYSQL, MARIADB -> mariaDb.open(server, toConnect, toAnswer);
      case TRINO -> trino.open(server, toAnswer);
      case SQLITE -> throw new IllegalStateException("Files are opened by their name");
    };
  }

  private void tidy() {
    pools.cleanUp();
    pools.asMap().values().forEach(SqlPool::tidy);
  }

  @PreDestroy
  void close() {
    tidying.shutdownNow();
    pools.invalidateAll();
  }
}
