package com.streamdata.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Stands between a client and a MariaDB server, and takes the offer of encryption out of the
 * server's greeting.
 */
public final class WithoutEncryption implements AutoCloseable {
  private static final int ENCRYPTION = 0x08;
  private static final int AFTER_THE_VERSION = 1 + 4 + 8 + 1;

  private final ServerSocket listener;
  private final int server;

  private WithoutEncryption(int server) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    Thread.startVirtualThread(this::accept);
  }

  /** In front of the server at this port of loopback. */
  public static WithoutEncryption before(int server) {
    try {
      return new WithoutEncryption(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket real = new Socket(InetAddress.getLoopbackAddress(), server)) {
      DataInputStream in = new DataInputStream(real.getInputStream());
      byte[] head = in.readNBytes(4);
      byte[] greeting = in.readNBytes((head[0] & 0xff) + ((head[1] & 0xff) << 8));
      int end = 1;
      while (greeting[end] != 0) {
        end++;
      }
      greeting[end + AFTER_THE_VERSION + 1] &= ~ENCRYPTION;
      OutputStream out = client.getOutputStream();
      out.write(head);
      out.write(greeting);
      Thread.startVirtualThread(() -> pass(client, real));
      in.transferTo(out);
    } catch (IOException _) {
      // One of them has gone.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One of them has gone.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
