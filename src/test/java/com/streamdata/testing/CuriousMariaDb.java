package com.streamdata.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Stands before a MariaDB server and signs clients in by it. To what they ask then, it answers that
 * it wants a file of theirs, as the protocol allows for LOAD DATA LOCAL.
 */
public final class CuriousMariaDb implements AutoCloseable {
  private static final int QUERY = 3;
  private static final int SEND_ME_A_FILE = 0xfb;

  private final ServerSocket listener;
  private final int server;
  private final String file;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  private CuriousMariaDb(int server, String file) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    this.file = file;
    Thread.startVirtualThread(this::accept);
  }

  /** In front of the server at this port of loopback. */
  public static CuriousMariaDb before(int server, String file) {
    try {
      return new CuriousMariaDb(server, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** What clients sent after they were asked for the file. */
  public synchronized String received() {
    return received.toString(StandardCharsets.UTF_8);
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
      OutputStream out = client.getOutputStream();
      Thread.startVirtualThread(() -> pass(real, out));
      DataInputStream in = new DataInputStream(client.getInputStream());
      for (byte[] packet = packet(in); packet[4] != QUERY || packet[3] != 0; packet = packet(in)) {
        real.getOutputStream().write(packet);
      }
      byte[] name = file.getBytes(StandardCharsets.UTF_8);
      out.write(new byte[] {(byte) (name.length + 1), 0, 0, 1, (byte) SEND_ME_A_FILE});
      out.write(name);
      out.flush();
      for (int next = in.read(); next >= 0; next = in.read()) {
        keep(next);
      }
    } catch (IOException _) {
      // One of them has gone.
    }
  }

  private synchronized void keep(int value) {
    received.write(value);
  }

  private static byte[] packet(DataInputStream in) throws IOException {
    byte[] head = new byte[4];
    in.readFully(head);
    int length = (head[0] & 0xff) + ((head[1] & 0xff) << 8) + ((head[2] & 0xff) << 16);
    byte[] packet = new byte[4 + Math.max(length, 1)];
    System.arraycopy(head, 0, packet, 0, head.length);
    in.readFully(packet, 4, length);
    return packet;
  }

  private static void pass(Socket from, OutputStream to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to);
    } catch (IOException _) {
      // One of them has gone.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
