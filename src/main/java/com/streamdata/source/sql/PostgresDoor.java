package com.streamdata.source.sql;

import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.sql.SqlSettings.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.net.SocketFactory;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects to PostgreSQL. Every property of the driver is set here, and by constants. */
record PostgresDoor(SocketFactory sockets, Trust trust) {

  Connection open(Server server, Duration toConnect, Duration toAnswer)
      throws SQLException, FetchFailure {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {server.host()});
    source.setPortNumbers(new int[] {server.port()});
    source.setDatabaseName(server.database());
    source.setUser(server.user());
    source.setPassword(server.password().reveal());
    source.setApplicationName("StreamData");
    source.setSocketFactory(DriverSockets.class.getName());
    source.setConnectTimeout(Math.toIntExact(toConnect.toSeconds()));
    source.setSocketTimeout(Math.toIntExact(toAnswer.plus(toConnect).toSeconds()));
    source.setSslMode(server.tls() ? "verify-full" : "disable");
    source.setSslfactory(DriverTls.class.getName());
    source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
    source.setProperty(PGProperty.REQUIRE_AUTH, "password,md5,scram-sha-256,none");
    source.setPrepareThreshold(0);
    source.setLogServerErrorDetail(false);
    Connection connection =
        DriverTls.using(trust, server, () -> DriverSockets.using(sockets, source::getConnection));
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      statement.execute("SET statement_timeout = " + toAnswer.toMillis());
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
