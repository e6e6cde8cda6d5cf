package com.streamdata.source.sql;

import com.streamdata.source.sql.SqlSettings.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import javax.net.SocketFactory;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;

/** Connects to MySQL and MariaDB. Every property of the driver is set here, and by constants. */
record MariaDbDoor(SocketFactory sockets) {
  /** None that sends the password in clear, or reads files of ours. */
  private static final String SIGNING_IN =
      "mysql_native_password,client_ed25519,caching_sha2_password,sha256_password,parsec";

  Connection open(Server server, Duration toConnect, Duration toAnswer) throws SQLException {
    Configuration configuration =
        new Configuration.Builder()
            .addresses(HostAddress.from(withoutBrackets(server.host()), server.port()))
            .database(server.database())
            .user(server.user())
            .password(server.password().reveal())
            .socketFactory(DriverSockets.class.getName())
            .connectTimeout(Math.toIntExact(toConnect.toMillis()))
            .socketTimeout(Math.toIntExact(toAnswer.plus(toConnect).toMillis()))
            .sslMode(server.tls() ? "verify-full" : "disable")
            .allowPublicKeyRetrieval(!server.tls())
            .restrictedAuth(SIGNING_IN)
            .allowLocalInfile(false)
            .allowMultiQueries(false)
            .permitRedirect(false)
            .yearIsDateType(false)
            .connectionTimeZone("UTC")
            .forceConnectionTimeZoneToSession(true)
            .registerJmxPool(false)
            .build();
    Connection connection = DriverSockets.using(sockets, () -> Driver.connect(configuration));
    try (Statement statement = connection.createStatement()) {
      boolean mariaDb =
          connection
              .getMetaData()
              .getDatabaseProductName()
              .toLowerCase(Locale.ROOT)
              .equals("mariadb");
      statement.execute(
          mariaDb
              ? "SET SESSION max_statement_time = " + toAnswer.toSeconds()
              : "SET SESSION max_execution_time = " + toAnswer.toMillis());
      statement.execute("SET SESSION TRANSACTION READ ONLY");
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
