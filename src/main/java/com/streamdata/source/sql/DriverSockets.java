package com.streamdata.source.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import javax.net.SocketFactory;

/**
 * What drivers, which only take the name of a class, get their sockets from: those of the thread
 * that makes them connect. Without such it makes none.
 */
public final class DriverSockets extends SocketFactory {
  private static final ScopedValue<SocketFactory> CURRENT = ScopedValue.newInstance();

  private final SocketFactory sockets = CURRENT.get();

  /** Opens something. */
  interface Opening<T> {
    T open() throws SQLException;
  }

  /** Lets a driver connect by these sockets only. */
  static <T> T using(SocketFactory sockets, Opening<T> opening) throws SQLException {
    return ScopedValue.where(CURRENT, sockets).<T, SQLException>call(opening::open);
  }

  @Override
  public Socket createSocket() throws IOException {
    return sockets.createSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return sockets.createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return sockets.createSocket(host, port, from, fromPort);
  }
}
