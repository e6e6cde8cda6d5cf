import java.nio.file.Path;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Twelve dashboard queries on three million flights, none of them answered before. */
final class Flights {
  private static final int ROUNDS = 9;
  private static final List<String> QUERIES =
      List.of(
          chart("linechart", x("date", "day"), "count"),
          chart("linechart", x("date", "month"), "avg(delay)"),
          chart("linechart", x("date", "week"), "median(delay)"),
          chart("areachart", x("date", "week"), "sum(distance)"),
          chart("linechart", x("date", "hour"), "max(delay)"),
          chart("barchart", x("origin", null) + ", \"limit\": 20", "count"),
          chart("barchart", x("destination", null) + ", \"limit\": 20", "avg(delay)"),
          chart("barchart", x("origin", null) + ", \"limit\": 20", "count_distinct(destination)"),
          chart("stackbarchart", x("date", "month") + ", \"series\": \"origin\"", "count"),
          chart("piechart", x("origin", null) + ", \"limit\": 8", "sum(distance)"),
          chart("table", x("origin", null) + ", \"limit\": 100", "count", "avg(delay)", "max(delay)"),
          "{\"type\": \"table\", \"title\": \"t\", \"query\": {\"source\": \"SOURCE\", \"columns\": "
              + "[\"date\", \"origin\", \"delay\"], \"order\": [{\"column\": \"delay\","
              + " \"direction\": \"desc\"}], \"limit\": 100, \"filters\": [FILTER]}}");

  private Flights() {}

  /** Milliseconds of each query, in order. The first round warms up and does not count. */
  static double[] run(Api api, Path file) throws Exception {
    String dashboard = Seed.id(api.post("/dashboards", "{\"name\": \"Flights\"}"));
    String source =
        Seed.id(
            api.post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"Flights\", \"kind\": \"file\"}"));
    upload(api, source, file);
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String path : create(api, dashboard, source, round)) {
        long begin = System.nanoTime();
        api.bytes(path);
        if (round > 0) {
          millis.add((System.nanoTime() - begin) / 1e6);
        }
      }
    }
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static List<String> create(Api api, String dashboard, String source, int round)
      throws Exception {
    List<String> paths = new ArrayList<>();
    for (String query : QUERIES) {
      String filter = "{\"column\": \"distance\", \"op\": \"ge\", \"value\": %d}".formatted(round * 7);
      String body = query.replace("SOURCE", source).replace("FILTER", filter);
      String id = Seed.id(api.post("/dashboards/" + dashboard + "/visualizations", body));
      paths.add("/visualizations/" + id + "/data");
    }
    return paths;
  }

  private static void upload(Api api, String source, Path file) throws Exception {
    api.post(
        "/sources/" + source + "/file",
        "application/vnd.apache.parquet",
        BodyPublishers.ofFile(file));
    for (int i = 0; api.get("/sources/" + source).path("row_count").asLong() == 0 && i < 600; i++) {
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  private static String x(String column, String bucket) {
    return "\"x\": {\"column\": \"%s\"%s}"
        .formatted(column, bucket == null ? "" : ", \"bucket\": \"" + bucket + "\"");
  }

  private static String chart(String type, String x, String... measures) {
    List<String> all = Arrays.stream(measures).map(Flights::measure).toList();
    return "{\"type\": \"%s\", \"title\": \"t\", \"query\": {\"source\": \"SOURCE\", %s, \"measures\": %s, \"filters\": [FILTER]}}"
        .formatted(type, x, all);
  }

  private static String measure(String text) {
    String[] parts = text.split("[()]");
    return parts.length == 1
        ? "{\"aggregation\": \"%s\"}".formatted(parts[0])
        : "{\"aggregation\": \"%s\", \"column\": \"%s\"}".formatted(parts[0], parts[1]);
  }
}
