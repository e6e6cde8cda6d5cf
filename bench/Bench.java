import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/**
 * Measures what the project promises, one thing after another, and prints a line for each with its
 * bar. Arguments: the project, the java command, a folder to work in, flights-3m.parquet.
 */
public class Bench {
  private static final int SECONDS = 6;
  private static final int WARM_UP = 8;

  private final Path home;
  private final String java;
  private final Path work;
  private final Path flights;
  private int folders;
  private boolean missed;

  private Bench(String[] arguments) {
    home = Path.of(arguments[0]);
    java = arguments[1];
    work = Path.of(arguments[2]);
    flights = Path.of(arguments[3]);
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Bench bench = new Bench(arguments);
    System.out.println("loadavg before: " + Files.readString(Path.of("/proc/loadavg")).strip());
    bench.starts();
    bench.load();
    System.exit(bench.missed ? 1 : 0);
  }

  private void starts() throws Exception {
    start("start: java -jar, demo", jar(), 5);
    start("start: bin/streamdata, demo", binary(), 2.5);
  }

  /** Medians of three first starts. */
  private void start(String name, List<String> command, double bar) throws Exception {
    double[] seconds = new double[3];
    double[] cpu = new double[3];
    long resident = 0;
    for (int i = 0; i < seconds.length; i++) {
      try (Subject subject = Subject.start(command, settings("true"), "/health")) {
        seconds[i] = subject.secondsToFirstAnswer;
        cpu[i] = subject.cpuSeconds();
        open(subject);
        resident = Math.max(resident, subject.residentMegabytes());
      }
    }
    Arrays.sort(seconds);
    Arrays.sort(cpu);
    line(name, "first 200 after %.2f s, %.1f s of CPU".formatted(seconds[1], cpu[1]), "≤ " + bar + " s", seconds[1] <= bar);
    line("  memory with the demo up", resident + " MB resident", "≤ 400 MB", resident <= 400);
  }

  /** Somebody looks at everything once, when all three dashboards of the demo are there. */
  private static void open(Subject subject) throws Exception {
    Api api = new Api(subject.url());
    while (api.get("/dashboards").path("dashboards").size() < 3
        || api.get("/dashboards/3/shares").path("shares").isEmpty()) {
      LockSupport.parkNanos(20_000_000);
    }
    for (var visualization : api.get("/visualizations").path("visualizations")) {
      api.bytes("/visualizations/" + Seed.id(visualization) + "/data");
    }
    api.bytes("/app/");
  }

  private void load() throws Exception {
    try (Subject subject = Subject.start(binary(), settings("false"), "/health")) {
      Api api = new Api(subject.url());
      Seed seed = Seed.into(api);
      System.out.printf("%n%-28s %9s %8s %8s %7s %6s %6s%n", "", "req/s", "p50 ms", "p99 ms", "µs CPU", "of A", "of L");
      read(subject, "list of 50 dashboards", "/dashboards", 0.35);
      read(subject, "list of 300 visualizations", "/visualizations", 0);
      read(subject, "a share's dashboard", "/share/" + seed.token() + "/dashboard", 0.40);
      read(subject, "a share's data", "/share/" + seed.token() + "/visualizations/" + seed.visualization() + "/data", 0.40);
      System.out.println();
      grafana(subject, api, seed);
      shares(subject, api, seed);
      pushes(subject, api, seed, 1000, 100_000);
      pushes(subject, api, seed, 1, 2_000);
      queries(api);
      flood(subject, seed);
      line("memory after the load", subject.residentMegabytes() + " MB resident", "", true);
    }
  }

  private void read(Subject subject, String name, String path, double bar) throws Exception {
    measure(subject, name, path, new Api(subject.url()).bytes(path), authorized(), bar);
  }

  /** Against both references, which give the same bytes from memory. */
  private void measure(Subject subject, String name, String path, byte[] bytes, Wrk wrk, double bar)
      throws Exception {
    Path body = Files.write(work.resolve("body"), bytes);
    wrk.run(subject, path, WARM_UP);
    Wrk.Result ours = wrk.run(subject, path, SECONDS);
    Wrk.Result a = reference("ReferenceServer", body);
    Wrk.Result l = reference("NioServer", body);
    row(name + " (" + bytes.length + " B)", ours, a, l);
    row("  A: Tomcat, bytes of memory", a, a, l);
    row("  L: bare NIO, a constant", l, a, l);
    if (bar > 0) {
      double ratio = ours.rate() / l.rate();
      line("  bar", "%.0f %% of L".formatted(100 * ratio), "≥ %.0f %%".formatted(100 * bar), ratio >= bar);
      line("  bar", "p99 %.1f ms".formatted(ours.p99Millis()), "≤ 20 ms", ours.p99Millis() <= 20);
    }
    if (ours.refused() > 0) {
      line("  bar", ours.refused() + " refused", "0", false);
    }
  }

  /** Grafana's API, as its clients and visitors call it. */
  private void grafana(Subject subject, Api api, Seed seed) throws Exception {
    String view = "/api/public/dashboards/" + seed.open();
    read(subject, "public view", view, 0.40);
    String query = view + "/panels/" + seed.panel() + "/query";
    byte[] answer =
        api.post(query, "{\"intervalMs\": 3600000, \"timeRange\": {\"from\": \"1793491200000\", \"to\": \"1794960000000\"}}")
            .toString()
            .getBytes();
    measure(subject, "panel query, cached", query, answer, authorized().script(script("query.lua")), 0.40);
    Wrk vary = authorized().connections(8).script(script("query-vary.lua"));
    vary.run(subject, query, WARM_UP);
    write("panel query, not cached", vary.run(subject, query, SECONDS));
    Seed.publish(api, 999);
    read(subject, "list of 1,000 public", "/api/dashboards/public-dashboards", 0);
    System.out.println();
  }

  private Wrk.Result reference(String name, Path body) throws Exception {
    List<String> command =
        List.of(java, "-Xmx256m", "-cp", work.resolve("app/lib") + "/*", home.resolve("bench/" + name + ".java").toString(), "PORT", body.toString());
    try (Subject subject = Subject.start(command, Map.of(), "/")) {
      authorized().run(subject, "/", 4);
      return authorized().run(subject, "/", SECONDS);
    }
  }

  private void shares(Subject subject, Api api, Seed seed) throws Exception {
    String path = "/dashboards/" + seed.dashboard();
    int before = api.get(path + "/shares").path("shares").size();
    Wrk wrk = authorized().script(script("share.lua"));
    Wrk.Result first = wrk.run(subject, path + "/share", WARM_UP);
    Wrk.Result result = wrk.run(subject, path + "/share", SECONDS);
    int after = api.get(path + "/shares").path("shares").size();
    long lost = Math.max(0, first.good() + result.good() - (after - before));
    write("share creation, synced", result);
    line("  bar", "%.0f /s".formatted(result.rate()), "≥ 1000 /s", result.rate() >= 1000);
    line("  bar", lost + " lost, " + result.refused() + " refused", "0", lost + result.refused() == 0);
  }

  private void pushes(Subject subject, Api api, Seed seed, int rows, double bar) throws Exception {
    String source = Seed.push(api, seed.dashboard());
    String path = "/sources/" + source + "/rows";
    Wrk wrk = authorized().script(script("rows.lua"), "" + rows);
    Wrk.Result first = wrk.run(subject, path, WARM_UP);
    Wrk.Result result = wrk.run(subject, path, SECONDS);
    long kept = api.get("/sources/" + source).path("row_count").asLong();
    long lost = Math.max(0, (first.good() + result.good()) * rows - kept);
    double rate = result.good() * rows / (double) SECONDS;
    write("pushes of " + rows + " row" + (rows == 1 ? "" : "s") + ", synced", result);
    line("  bar", "%.0f rows/s".formatted(rate), "≥ %.0f".formatted(bar), rate >= bar);
    line("  bar", lost + " rows lost, " + result.refused() + " pushes refused", "0 lost", lost == 0);
  }

  private void queries(Api api) throws Exception {
    if (!Files.isReadable(flights)) {
      System.out.println("queries on flights-3m.parquet: skipped, there is no such file");
      return;
    }
    double[] millis = Flights.run(api, flights);
    double p50 = millis[millis.length / 2];
    double p99 = millis[(int) Math.ceil(millis.length * 0.99) - 1];
    System.out.printf("12 queries on 3 million rows, %d uncached answers, mean %.0f ms%n", millis.length, DoubleStream.of(millis).average().orElse(0));
    line("  bar", "p50 %.0f ms".formatted(p50), "≤ 80 ms", p50 <= 80);
    line("  bar", "p99 %.0f ms".formatted(p99), "≤ 400 ms", p99 <= 400);
  }

  /** One client asks for the list; 64 others meanwhile try wrong passwords. */
  private void flood(Subject subject, Seed seed) throws Exception {
    Wrk one = authorized().connections(1);
    one.run(subject, "/dashboards", 3);
    Wrk.Result quiet = one.run(subject, "/dashboards", SECONDS);
    Process others =
        new Wrk().script(script("flood.lua")).start(subject, "/share/" + seed.locked() + "/unlock", SECONDS + 4);
    one.run(subject, "/dashboards", 2);
    Wrk.Result flooded = one.run(subject, "/dashboards", SECONDS);
    others.waitFor();
    System.out.printf("p99 of the list for one client: %.2f ms, while 64 try wrong passwords: %.2f ms%n", quiet.p99Millis(), flooded.p99Millis());
    double ratio = flooded.p99Millis() / quiet.p99Millis();
    line("  bar", "%.1f times".formatted(ratio), "≤ 2", ratio <= 2);
  }

  private static Wrk authorized() {
    return new Wrk().header("Authorization", "Bearer " + Api.KEY);
  }

  private String script(String name) {
    return home.resolve("bench/" + name).toString();
  }

  private List<String> jar() {
    return List.of(java, "-jar", home.resolve("target/streamdata.jar").toString());
  }

  private List<String> binary() {
    return List.of(home.resolve("bin/streamdata").toString());
  }

  private Map<String, String> settings(String demo) {
    return Map.of(
        "STREAMDATA_DATA_DIR", work.resolve("data" + folders++).toString(),
        "STREAMDATA_DEMO", demo,
        "STREAMDATA_ADMIN_PASSWORD", "only for the benchmark",
        "STREAMDATA_API_KEY", Api.KEY);
  }

  private static void row(String name, Wrk.Result r, Wrk.Result a, Wrk.Result l) {
    System.out.printf(
        "%-28s %9.0f %8.2f %8.2f %7.1f %5.0f%% %5.0f%%%n",
        name, r.rate(), r.p50Millis(), r.p99Millis(), r.cpuMicros(), 100 * r.rate() / a.rate(), 100 * r.rate() / l.rate());
  }

  private static void write(String name, Wrk.Result r) {
    System.out.printf("%-28s %9.0f %8.2f %8.2f %7.1f%n", name, r.rate(), r.p50Millis(), r.p99Millis(), r.cpuMicros());
  }

  private void line(String what, String found, String bar, boolean ok) {
    missed |= !ok;
    System.out.printf("%-28s %-36s %-12s %s%n", what, found, bar, bar.isEmpty() ? "" : ok ? "ok" : "MISSED");
  }
}
