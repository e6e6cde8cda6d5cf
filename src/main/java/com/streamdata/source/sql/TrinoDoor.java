package com.streamdata.source.sql;

import com.streamdata.outbound.Trust;
import com.streamdata.source.sql.SqlSettings.Server;
import io.trino.jdbc.$internal.okhttp3.Call;
import io.trino.jdbc.$internal.okhttp3.OkHttpClient;
import io.trino.jdbc.NonRegisteringTrinoDriver;
import io.trino.jdbc.TrinoConnection;
import java.net.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import javax.net.SocketFactory;

/** Connects to Trino. Every property of the driver is set here, and by constants. */
final class TrinoDoor {
  private final Driver driver;

  TrinoDoor(SocketFactory sockets, Trust trust) {
    this.driver = new Driver(sockets, trust);
  }

  /**
   * Trino names the addresses where the rest of an answer is, which may be written as numbers that
   * no resolver sees: only sockets see them all.
   */
  private static final class Driver extends NonRegisteringTrinoDriver {
    private final SocketFactory sockets;
    private final Trust trust;

    Driver(SocketFactory sockets, Trust trust) {
      this.sockets = sockets;
      this.trust = trust;
    }

    @Override
    protected Call.Factory wrapClient(OkHttpClient client) {
      return client
          .newBuilder()
          .socketFactory(sockets)
          .sslSocketFactory(trust.sockets(), trust.manager())
          .proxy(Proxy.NO_PROXY)
          .followRedirects(false)
          .followSslRedirects(false)
          .build();
    }
  }

  Connection open(Server server, Duration toAnswer) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    if (!server.password().reveal().isEmpty()) {
      properties.setProperty("password", server.password().reveal());
    }
    properties.setProperty("SSL", String.valueOf(server.tls()));
    properties.setProperty("source", "StreamData");
    properties.setProperty("timezone", "UTC");
    properties.setProperty("explicitPrepare", "false");
    properties.setProperty("timeout", toAnswer.toSeconds() + "s");
    String url = "jdbc:trino://" + server.host() + ":" + server.port() + "/" + server.database();
    TrinoConnection connection =
        (TrinoConnection) Objects.requireNonNull(driver.connect(url, properties));
    connection.setSessionProperty("query_max_run_time", toAnswer.toSeconds() + "s");
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return connection;
  }
}
