import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Sources that are fetched every five seconds, a tenth of them from an address that takes the
 * request and says nothing. How late the others are is read from the history of their runs.
 */
final class SourcesBench {
  private static final int EVERY_SECONDS = 5;
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final double BAR_SECONDS = 1;

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[2]);
    Map<String, String> settings =
        Map.of(
            "STREAMDATA_DATA_DIR", args[1],
            "STREAMDATA_DEMO", "false",
            "STREAMDATA_API_KEY", Api.KEY,
            "STREAMDATA_ALLOWED_NETWORKS", "127.0.0.0/8");
    boolean met;
    try (Endpoint endpoint = new Endpoint();
        Subject server =
            Subject.start(List.of(args[0] + "/bin/streamdata"), settings, "/health")) {
      Api api = new Api(server.url());
      met = measure("the same rows each time", "same", count, api, endpoint, server);
      met &= measure("new rows each time", "new", count, api, endpoint, server);
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean measure(
      String what, String path, int count, Api api, Endpoint endpoint, Subject server)
      throws Exception {
    String dashboard = api.post("/dashboards", "{\"name\": \"" + path + "\"}").path("id").asString();
    List<String> answering = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean hangs = i % 10 == 0;
      String url = endpoint.url(hangs ? "silent" : path) + "?" + i;
      String body =
          "{\"name\": \"%d\", \"kind\": \"rest\", \"url\": \"%s\", \"refresh_seconds\": %d}"
              .formatted(i, url, EVERY_SECONDS);
      String id = api.post("/dashboards/" + dashboard + "/sources", body).path("id").asString();
      if (!hangs) {
        answering.add(id);
      }
    }
    new CountDownLatch(1).await(WARM_UP.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    Instant from = Instant.now();
    double cpu = server.cpuSeconds();
    new CountDownLatch(1).await(MEASURED.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    cpu = server.cpuSeconds() - cpu;
    List<Double> late = new ArrayList<>();
    int failed = 0;
    for (String id : answering) {
      JsonNode runs = api.get("/sources/" + id + "/runs?limit=100").path("runs");
      Instant later = null;
      for (JsonNode run : runs) {
        Instant started = Instant.parse(run.path("started").asString());
        failed += run.path("state").asString().equals("failed") ? 1 : 0;
        if (later != null && started.isAfter(from)) {
          late.add(Duration.between(started, later).toMillis() / 1000.0 - EVERY_SECONDS);
        }
        later = started;
      }
    }
    api.delete("/dashboards/" + dashboard);
    Collections.sort(late);
    double p99 = late.isEmpty() ? Double.NaN : late.get((int) (late.size() * 0.99));
    System.out.printf(
        "%-24s %5d sources, %4d hang: %6d runs, %d failed, late p50 %.2f s, p99 %.2f s, most %.2f s"
            + " (bar p99 %.0f s), %.0f ms CPU a run, %d MB resident%n",
        what,
        count,
        count - answering.size(),
        late.size(),
        failed,
        late.isEmpty() ? Double.NaN : late.get(late.size() / 2),
        p99,
        late.isEmpty() ? Double.NaN : late.getLast(),
        BAR_SECONDS,
        1000 * cpu / Math.max(1, late.size()),
        server.residentMegabytes());
    return p99 <= BAR_SECONDS && failed == 0;
  }

  /** Answers {@code /same} and {@code /new}, and lets {@code /silent} wait. */
  private static final class Endpoint implements AutoCloseable {
    private static final int ROWS = 20;
    private final ServerSocket listener =
        new ServerSocket(0, 1000, InetAddress.ofLiteral("127.0.0.1"));
    private final AtomicLong number = new AtomicLong();

    Endpoint() throws IOException {
      Thread.startVirtualThread(this::accept);
    }

    String url(String path) {
      return "http://127.0.0.1:" + listener.getLocalPort() + "/" + path;
    }

    private void accept() {
      while (!listener.isClosed()) {
        try {
          Socket socket = listener.accept();
          Thread.startVirtualThread(() -> answer(socket));
        } catch (IOException _) {
          return;
        }
      }
    }

    private void answer(Socket socket) {
      try (socket) {
        byte[] head = new byte[4096];
        int read = socket.getInputStream().read(head);
        String path = new String(head, 0, Math.max(read, 0)).split("[ ?]")[1];
        if (path.equals("/silent")) {
          while (socket.getInputStream().read() >= 0) {}
          return;
        }
        byte[] body = rows(path.equals("/new") ? number.incrementAndGet() : 0).getBytes();
        OutputStream out = socket.getOutputStream();
        out.write(
            ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                    + body.length
                    + "\r\n\r\n")
                .getBytes());
        out.write(body);
      } catch (IOException | RuntimeException _) {
        // The server went away.
      }
    }

    private static String rows(long first) {
      StringBuilder rows = new StringBuilder("[");
      for (int i = 0; i < ROWS; i++) {
        rows.append(i == 0 ? "" : ",")
            .append("{\"at\": \"2026-01-01T00:00:%02dZ\", \"v\": %d}".formatted(i, first + i));
      }
      return rows.append("]").toString();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
