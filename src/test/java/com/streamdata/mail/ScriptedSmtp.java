package com.streamdata.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers as it is told, one connection at a time. The end of a message is the
 * command {@code .}; the reply {@code hang up} closes the connection without a word.
 */
final class ScriptedSmtp implements AutoCloseable {
  private static final Map<String, String> USUAL =
      Map.of("DATA", "354 go on", "QUIT", "221 bye", "EHLO", "250 here");

  private final ServerSocket socket;
  private final Map<String, String> replies = new ConcurrentHashMap<>(USUAL);
  private final Map<String, AtomicInteger> heard = new ConcurrentHashMap<>();

  ScriptedSmtp() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("scripted-smtp").start(this::serve);
  }

  String url() {
    return "smtp://127.0.0.1:" + socket.getLocalPort();
  }

  ScriptedSmtp reply(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  int heard(String command) {
    return heard.getOrDefault(command, new AtomicInteger()).get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (SocketException _) {
        // Closed by the test or by the client.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client.getOutputStream(), "220 scripted");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String command = line.split(" ", 2)[0];
      heard.computeIfAbsent(command, _ -> new AtomicInteger()).incrementAndGet();
      String reply = replies.getOrDefault(command, "250 fine");
      if (reply.equals("hang up")) {
        return;
      }
      say(client.getOutputStream(), reply);
      data = command.equals("DATA") && reply.startsWith("354");
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
