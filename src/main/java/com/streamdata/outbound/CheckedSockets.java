package com.streamdata.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Sockets that check where they connect to, whoever tells them to. */
final class CheckedSockets extends SocketFactory {
  private final Networks networks;

  CheckedSockets(Networks networks) {
    this.networks = networks;
  }

  @Override
  public Socket createSocket() {
    return new CheckedSocket(networks);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(InetSocketAddress.createUnresolved(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(
        InetSocketAddress.createUnresolved(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
      throws IOException {
    Socket socket = createSocket();
    try {
      if (from != null) {
        socket.bind(from);
      }
      socket.connect(to);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Never by way of a proxy, which would do the connecting unchecked. */
  private static final class CheckedSocket extends Socket {
    private final Networks networks;

    CheckedSocket(Networks networks) {
      super(Proxy.NO_PROXY);
      this.networks = networks;
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int millis) throws IOException {
      if (!(to instanceof InetSocketAddress address)) {
        throw new RefusedAddress("The server may not connect to " + to);
      }
      super.connect(networks.require(address), millis);
    }
  }
}
