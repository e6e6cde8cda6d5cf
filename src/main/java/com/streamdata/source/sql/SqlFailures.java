package com.streamdata.source.sql;

import com.streamdata.engine.SqlEngine;
import com.streamdata.outbound.RefusedAddress;
import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import com.streamdata.source.sql.SqlSettings.Server;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says where a database failed, in its own words without our password. */
final class SqlFailures {
  private static final int LONGEST = 500;

  /** Ends of a query by the server's clock: PostgreSQL, MariaDB and MySQL. */
  private static final Set<String> TOO_LATE = Set.of("57014", "70100");

  private static final Set<Integer> TOO_LATE_OF_MYSQL = Set.of(1969, 3024);

  /** No such database, schema or table: PostgreSQL and MySQL. */
  private static final Set<String> NOTHING_THERE = Set.of("3D000", "3F000", "42P01", "42S02");

  private static final int UNKNOWN_DATABASE_OF_MYSQL = 1049;

  private SqlFailures() {}

  static FetchFailure of(SQLException failure, Server server) {
    Optional<FetchFailure> network =
        causes(failure).flatMap(cause -> network(cause, server).stream()).findFirst();
    return network.orElseGet(() -> new FetchFailure(stage(failure, server), text(failure, server)));
  }

  private static Optional<FetchFailure> network(Throwable cause, Server server) {
    String where = server.host() + ":" + server.port();
    return Optional.ofNullable(
        switch (cause) {
          case RefusedAddress refused ->
              new FetchFailure(Stage.REFUSED, Objects.requireNonNull(refused.getMessage()));
          case UnknownHostException _ ->
              new FetchFailure(Stage.NAME, "There is no host called " + server.host() + ".");
          case SSLException e ->
              new FetchFailure(Stage.TLS, "No encrypted connection: " + Trust.words(e) + ".");
          case SocketTimeoutException _ ->
              new FetchFailure(Stage.TIMEOUT, where + " does not answer in time.");
          case ConnectException _, NoRouteToHostException _ ->
              new FetchFailure(Stage.CONNECTION, "Nothing takes connections at " + where + ".");
          default -> null;
        });
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
  }

  private static Stage stage(SQLException failure, Server server) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (failure instanceof SQLiteException sqlite) {
      return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT
          ? Stage.TIMEOUT
          : Stage.QUERY;
    }
    if (TOO_LATE.contains(state) || TOO_LATE_OF_MYSQL.contains(failure.getErrorCode())) {
      return Stage.TIMEOUT;
    }
    if (state.startsWith("28") || isPasswordMissing(state, server)) {
      return Stage.LOGIN;
    }
    if (NOTHING_THERE.contains(state) || failure.getErrorCode() == UNKNOWN_DATABASE_OF_MYSQL) {
      return Stage.PATH;
    }
    return state.startsWith("08") ? Stage.CONNECTION : Stage.QUERY;
  }

  /** PostgreSQL's driver takes it for a connection that was refused. */
  private static boolean isPasswordMissing(String state, Server server) {
    return state.equals("08004")
        && server.engine() == SqlEngine.POSTGRESQL
        && server.password().reveal().isEmpty();
  }

  /** MariaDB's driver begins with the number of its connection, which is nobody's business. */
  private static String text(SQLException failure, Server server) {
    String text =
        masked(String.valueOf(failure.getMessage()), server)
            .replaceFirst("^\\(conn=-?\\d+\\) ", "");
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static String masked(String text, Server server) {
    String password = server.password().reveal();
    return password.isEmpty() ? text : text.replace(password, "***");
  }
}
