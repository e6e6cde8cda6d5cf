package com.streamdata.source.sql;

import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.sql.SqlSettings.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import javax.net.SocketFactory;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;

/** Connects to MySQL and MariaDB. Every property of the driver is set here, and by constants. */
record MariaDbDoor(SocketFactory sockets, Trust trust) {
  /** None that sends the password in clear, or reads files of ours. */
  private static final String SIGNING_IN =
      "mysql_native_password,client_ed25519,caching_sha2_password,sha256_password,parsec";

  Connection open(Server server, Duration toConnect, Duration toAnswer)
      throws SQLException, FetchFailure {
    Configuration configuration =
        Configuration.parse(
            "jdbc:mariadb://" + server.host() + ":" + server.port() + "/",
            properties(server, toConnect, toAnswer));
    Connection connection =
        DriverTls.using(
            trust, server, () -> DriverSockets.using(sockets, () -> Driver.connect(configuration)));
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

  private static Properties properties(Server server, Duration toConnect, Duration toAnswer) {
    Properties properties = new Properties();
    properties.setProperty("database", server.database());
    properties.setProperty("user", server.user());
    properties.setProperty("password", server.password().reveal());
    properties.setProperty("socketFactory", DriverSockets.class.getName());
    properties.setProperty("connectTimeout", "" + toConnect.toMillis());
    properties.setProperty("socketTimeout", "" + toAnswer.plus(toConnect).toMillis());
    properties.setProperty("tlsSocketType", MariaDbTls.TYPE);
    properties.setProperty("sslMode", server.tls() ? "verify-full" : "disable");
    properties.setProperty("allowPublicKeyRetrieval", "" + !server.tls());
    properties.setProperty("restrictedAuth", SIGNING_IN);
    properties.setProperty("allowLocalInfile", "false");
    properties.setProperty("allowMultiQueries", "false");
    properties.setProperty("permitRedirect", "false");
    properties.setProperty("yearIsDateType", "false");
    properties.setProperty("connectionTimeZone", "UTC");
    properties.setProperty("forceConnectionTimeZoneToSession", "true");
    properties.setProperty("registerJmxPool", "false");
    return properties;
  }
}
