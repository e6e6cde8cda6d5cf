package com.streamdata.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that answers what a test tells it to, and misbehaves where it is told to.
 * What it has not heard of is 404.
 */
public final class TestEndpoint implements AutoCloseable {
  private final ServerSocket listener;
  private final String scheme;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A request that came.
   *
   * @param target path and query
   * @param headers by name, whatever its case
   */
  public record Request(String method, String target, Map<String, String> headers, String body) {
    public String path() {
      return target.split("\\?", 2)[0];
    }

    /** A parameter of the query as it stands there; empty if there is none. */
    public String parameter(String name) {
      String query = target.contains("?") ? target.split("\\?", 2)[1] : "";
      for (String part : query.split("&")) {
        if (part.startsWith(name + "=")) {
          return part.substring(name.length() + 1);
        }
      }
      return "";
    }
  }

  /** Writes the whole answer, as it stands on the wire. */
  public interface Answer {
    void write(Request request, OutputStream out) throws IOException;
  }

  private TestEndpoint(ServerSocketFactory sockets, String scheme) {
    this.scheme = scheme;
    try {
      listener = sockets.createServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  public static TestEndpoint http() {
    return new TestEndpoint(ServerSocketFactory.getDefault(), "http");
  }

  public static TestEndpoint https(TestCertificate certificate) {
    return new TestEndpoint(certificate.context().getServerSocketFactory(), "https");
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url(String path) {
    return scheme + "://127.0.0.1:" + port() + path;
  }

  /** How often somebody connected, whatever came of it. */
  public int connections() {
    return connections.get();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public TestEndpoint on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  public TestEndpoint json(String path, String body) {
    return on(path, answer(200, Map.of("Content-Type", "application/json"), body));
  }

  public TestEndpoint json(String path, Function<Request, String> body) {
    return on(
        path,
        (request, out) ->
            answer(200, Map.of("Content-Type", "application/json"), body.apply(request))
                .write(request, out));
  }

  public TestEndpoint xml(String path, String body) {
    return on(path, answer(200, Map.of("Content-Type", "application/xml"), body));
  }

  public TestEndpoint redirect(String path, int status, String location) {
    return on(path, answer(status, Map.of("Location", location), ""));
  }

  /** Takes the request and says nothing until this is closed. */
  public TestEndpoint silent(String path) {
    return on(path, (request, out) -> await());
  }

  public static Answer answer(int status, Map<String, String> headers, String body) {
    return answer(status, headers, body.getBytes(UTF_8));
  }

  public static Answer answer(int status, Map<String, String> headers, byte[] body) {
    return (request, out) -> {
      head(status, headers, out);
      out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
      out.write(body);
    };
  }

  /** The status line and headers without the empty line after them. */
  public static void head(int status, Map<String, String> headers, OutputStream out)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Connection: close\r\n");
    out.write(head.toString().getBytes(ISO_8859_1));
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Waits until this is closed. */
  public void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(socket.getInputStream());
      requests.add(request);
      Answer unknown = answer(404, Map.of("Content-Type", "text/plain"), "Nothing here");
      OutputStream out = socket.getOutputStream();
      answers.getOrDefault(request.path(), unknown).write(request, out);
      out.flush();
    } catch (IOException _) {
      // The client went away.
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ");
    require(first.length == 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": ?", 2);
      require(header.length == 2);
      headers.put(header[0], header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), UTF_8);
    return new Request(first[0], first[1], headers, body);
  }

  private static void require(boolean formed) throws IOException {
    if (!formed) {
      throw new IOException("This is not HTTP");
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The client went away");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
