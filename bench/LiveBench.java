import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Measures what is promised to open pages, and prints a line for each with its bar. Arguments: the
 * project, the java command, a folder to work in.
 */
public class LiveBench {
  private static final int VIEWERS = 5_000;
  private static final int SOME = 1_000;
  private static final int UPDATES = 20;
  private static final int SECONDS = 6;
  private static final int PUSHERS = 4;
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

  private final Path home;
  private final String java;
  private final Path work;
  private boolean missed;

  private LiveBench(String[] arguments) {
    home = Path.of(arguments[0]);
    java = arguments[1];
    work = Path.of(arguments[2]);
  }

  /** A dashboard with one chart, whose first value is the newest of 50. */
  private record Watched(Api api, String source, String path, String chart, String share) {
    static Watched make(Api api) throws Exception {
      String dashboard = Seed.id(api.post("/dashboards", "{\"name\": \"Watched\"}"));
      String source =
          Seed.id(
              api.post(
                  "/dashboards/" + dashboard + "/sources",
                  """
                  {"name": "Stamps", "kind": "push", "keep": {"rows": 10000}, "columns":
                   [{"name": "machine", "type": "text"}, {"name": "stamp", "type": "integer"}]}
                  """));
      String rows =
          IntStream.range(0, 50)
              .mapToObj(i -> "{\"machine\": \"m%02d\", \"stamp\": %d}".formatted(i, 1_000_000_000L + i))
              .collect(Collectors.joining(",", "[", "]"));
      api.post("/sources/" + source + "/rows", rows);
      String chart =
          Seed.id(
              api.post(
                  "/dashboards/" + dashboard + "/visualizations",
                  """
                  {"type": "barchart", "title": "Newest", "query": {"source": "%s",
                   "x": {"column": "machine"},
                   "measures": [{"column": "stamp", "aggregation": "max"}]}}
                  """
                      .formatted(source)));
      JsonNode link = api.post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}");
      String token = link.path("share_link").asString().replaceAll(".*/", "");
      JsonNode shares = api.get("/dashboards/" + dashboard + "/shares").path("shares");
      return new Watched(api, source, "/share/" + token, chart, Seed.id(shares.get(0)));
    }

    long push() throws Exception {
      long stamp = System.nanoTime();
      api.post("/sources/" + source + "/rows", "[{\"machine\": \"m00\", \"stamp\": %d}]".formatted(stamp));
      return stamp;
    }

    String data() {
      return path + "/visualizations/" + chart + "/data";
    }
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    LiveBench bench = new LiveBench(arguments);
    System.out.println("loadavg before: " + Files.readString(Path.of("/proc/loadavg")).strip());
    try (Subject subject = bench.start()) {
      Api api = new Api(subject.url());
      bench.many(subject, Watched.make(api));
      bench.some(subject, api);
    }
    bench.again();
    System.exit(bench.missed ? 1 : 0);
  }

  private Subject start() throws Exception {
    return Subject.start(
        List.of(home.resolve("bin/streamdata").toString()),
        Map.of(
            "STREAMDATA_DATA_DIR", work.resolve("live").toString(),
            "STREAMDATA_DEMO", "false",
            "STREAMDATA_ADMIN_PASSWORD", "only for the benchmark",
            "STREAMDATA_API_KEY", Api.KEY),
        "/health");
  }

  /** 5,000 pages, an update each second. */
  private void many(Subject subject, Watched watched) throws Exception {
    // What is loaded and compiled once is no viewer's.
    try (Viewers few = new Viewers(subject.port, watched.path() + "/events")) {
      few.open(200);
      for (int i = 0; i < 10; i++) {
        few.missing(watched.push(), 5);
      }
    }
    long before = heap(subject);
    long residentBefore = subject.residentMegabytes();
    try (Viewers viewers = new Viewers(subject.port, watched.path() + "/events")) {
      double seconds = viewers.open(VIEWERS);
      viewers.missing(watched.push(), 20);
      double each = (heap(subject) - before) / 1024.0 / VIEWERS;
      line("5,000 streams opened", "%.1f s".formatted(seconds), "", true);
      line("  heap per viewer", "%.1f KiB".formatted(each), "≤ 20 KiB", each <= 20);
      double resident = (subject.residentMegabytes() - residentBefore) * 1024.0 / VIEWERS;
      line("  resident per viewer", "%.1f KiB".formatted(resident), "", true);
      updates(subject, watched, viewers);
      revoke(watched, viewers);
    }
  }

  private void updates(Subject subject, Watched watched, Viewers viewers) throws Exception {
    viewers.note();
    double cpu = subject.cpuSeconds();
    int lost = 0;
    for (int i = 0; i < UPDATES; i++) {
      long next = System.nanoTime() + 1_000_000_000L;
      lost += viewers.missing(watched.push(), 5);
      LockSupport.parkNanos(next - System.nanoTime());
    }
    double[] millis = viewers.millis();
    double p99 = millis[(int) Math.ceil(millis.length * 0.99) - 1];
    double used = (subject.cpuSeconds() - cpu) / UPDATES;
    line("an update a second each", "p50 %.0f ms, p99 %.0f ms".formatted(millis[millis.length / 2], p99), "≤ 200 ms", p99 <= 200);
    line("  lost", lost + " of " + millis.length, "0", lost == 0);
    line("  processor time a second", "%.2f s".formatted(used), "", true);
  }

  private void revoke(Watched watched, Viewers viewers) throws Exception {
    watched.push();
    long begin = System.nanoTime();
    watched.api().delete("/shares/" + watched.share());
    while (viewers.closed.get() < VIEWERS && System.nanoTime() - begin < 30_000_000_000L) {
      LockSupport.parkNanos(1_000_000);
    }
    double seconds = (viewers.lastClosed - begin) / 1e9;
    boolean all = viewers.closed.get() == VIEWERS;
    line("revoked: all 5,000 closed", all ? "after %.2f s".formatted(seconds) : "not all", "≤ 1 s", all && seconds <= 1);
  }

  /** 1,000 pages, and others who ask and push. */
  private void some(Subject subject, Api api) throws Exception {
    Seed seed = Seed.into(api);
    Watched watched = Watched.make(api);
    String data = "/share/" + seed.token() + "/visualizations/" + seed.visualization() + "/data";
    double alone = pushes(subject, watched);
    try (Viewers viewers = new Viewers(subject.port, watched.path() + "/events")) {
      viewers.open(SOME);
      byte[] bytes = api.bytes(data);
      ratio(subject, "a share's data, 1,000 streams", data, bytes, new Wrk(), 0.35);
      Wrk known = new Wrk().header("If-None-Match", api.tag(data));
      ratio(subject, "304, 1,000 streams", data, new byte[0], known, 0.50);
      double watching = pushes(subject, watched);
      line("pushes with 1,000 viewers", "%.0f rows/s, alone %.0f".formatted(watching, alone), "≥ 90 %", watching >= 0.9 * alone);
      int lost = viewers.missing(watched.push(), 20);
      line("  without the last result", lost + " of " + SOME, "0", lost == 0);
    }
  }

  private void ratio(Subject subject, String name, String path, byte[] bytes, Wrk wrk, double bar)
      throws Exception {
    Path body = Files.write(work.resolve("body"), bytes);
    wrk.run(subject, path, SECONDS);
    Wrk.Result ours = wrk.run(subject, path, SECONDS);
    List<String> command =
        List.of(java, "-Xmx256m", home.resolve("bench/NioServer.java").toString(), "PORT", body.toString());
    try (Subject limit = Subject.start(command, Map.of(), "/")) {
      new Wrk().run(limit, "/", 4);
      Wrk.Result l = new Wrk().run(limit, "/", SECONDS);
      double ratio = ours.rate() / l.rate();
      line(name, "%.0f/s, p99 %.1f ms, %.0f %% of L".formatted(ours.rate(), ours.p99Millis(), 100 * ratio), "≥ %.0f %%".formatted(100 * bar), ratio >= bar);
      line("  processor time a request", "%.1f µs, L %.1f µs".formatted(ours.cpuMicros(), l.cpuMicros()), "", true);
    }
  }

  /** 100,000 rows a second, in pushes of 1,000 rows; how many there were. */
  private static double pushes(Subject subject, Watched watched) throws Exception {
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{\"machine\": \"m%02d\", \"stamp\": %d}".formatted(1 + i % 49, i))
            .collect(Collectors.joining(",", "[", "]"));
    for (int i = 0; i < 200; i++) {
      watched.api().post("/sources/" + watched.source() + "/rows", rows);
    }
    long begin = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(PUSHERS)) {
      for (int client = 0; client < PUSHERS; client++) {
        clients.submit(() -> push(watched, rows, begin));
      }
    }
    return 100_000.0 * SECONDS / ((System.nanoTime() - begin) / 1e9);
  }

  private static boolean push(Watched watched, String rows, long begin) throws Exception {
    int pushes = 100 * SECONDS / PUSHERS;
    for (int i = 1; i <= pushes; i++) {
      watched.api().post("/sources/" + watched.source() + "/rows", rows);
      LockSupport.parkNanos(begin + i * PUSHERS * 10_000_000L - System.nanoTime());
    }
    return true;
  }

  /** All come back after a restart, at once. */
  private void again() throws Exception {
    try (Subject subject = start()) {
      Watched watched = Watched.make(new Api(subject.url()));
      try (Viewers viewers = new Viewers(subject.port, watched.path() + "/events")) {
        double seconds = viewers.open(VIEWERS);
        int lost = viewers.missing(watched.push(), 20);
        line("5,000 opened after a restart", "%.1f s after the first 200, %d silent".formatted(seconds, lost), "≤ 15 s", seconds <= 15 && lost == 0);
      }
    }
  }

  /** Bytes that live in the heap of a server, after a collection. */
  private long heap(Subject subject) throws Exception {
    String jcmd = Path.of(java).resolveSibling("jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, "" + subject.pid(), "GC.class_histogram").redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes());
    Matcher total = TOTAL.matcher(printed);
    if (!total.find()) {
      throw new IllegalStateException(printed);
    }
    return Long.parseLong(total.group(1));
  }

  private void line(String what, String found, String bar, boolean ok) {
    missed |= !ok;
    System.out.printf("%-30s %-44s %-10s %s%n", what, found, bar, bar.isEmpty() ? "" : ok ? "ok" : "MISSED");
  }
}
