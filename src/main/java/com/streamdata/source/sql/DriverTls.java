package com.streamdata.source.sql;

import com.streamdata.outbound.Trust;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import com.streamdata.source.sql.SqlSettings.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/**
 * What drivers, which only take the name of a class, encrypt their connections with: what the
 * thread that makes them connect says. Without such they encrypt none, and fail.
 */
public final class DriverTls extends SSLSocketFactory {
  private static final ScopedValue<Current> CURRENT = ScopedValue.newInstance();

  private final Current current = CURRENT.get();

  private record Current(Trust trust, AtomicBoolean begun) {}

  /**
   * Lets a driver connect, and encrypt with this trust.
   *
   * @throws FetchFailure if encryption is asked for and the server offers none
   */
  static <T> T using(Trust trust, Server server, DriverSockets.Opening<T> opening)
      throws SQLException, FetchFailure {
    Current current = new Current(trust, new AtomicBoolean());
    try {
      return ScopedValue.where(CURRENT, current).<T, SQLException>call(opening::open);
    } catch (SQLException e) {
      if (server.tls() && !current.begun().get() && isRefusalOfTheDriver(e)) {
        throw new FetchFailure(
            Stage.TLS,
            server.host()
                + ":"
                + server.port()
                + " offers no encryption (TLS). Have it switched on there, or connect without.");
      }
      throw e;
    }
  }

  /** It was connected to, and neither the network nor the server itself has said no. */
  private static boolean isRefusalOfTheDriver(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith("08")
        && failure.getErrorCode() <= 0
        && Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(20)
            .noneMatch(IOException.class::isInstance);
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    current.begun().set(true);
    return current.trust().sockets().createSocket(connected, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return current.trust().sockets().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return current.trust().sockets().getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return current.trust().sockets().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return current.trust().sockets().createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return current.trust().sockets().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return current.trust().sockets().createSocket(host, port, from, fromPort);
  }
}
