import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What the server holds when it is measured: 50 dashboards with six visualizations each.
 *
 * @param dashboard the first one
 * @param source its source, which has 500 rows
 * @param visualization one of its charts
 * @param token of a link to it
 * @param locked token of a link to it with a password
 * @param open token of its public dashboard
 * @param panel number of the chart there
 */
record Seed(
    String dashboard,
    String source,
    String visualization,
    String token,
    String locked,
    String open,
    String panel) {
  private static final int DASHBOARDS = 50;
  private static final String COLUMNS =
      """
      [{"name": "at", "type": "timestamp"}, {"name": "machine", "type": "text"},
       {"name": "value", "type": "number"}, {"name": "parts", "type": "integer"}]
      """;

  static Seed into(Api api) throws Exception {
    Seed first = null;
    for (int i = 1; i <= DASHBOARDS; i++) {
      String dashboard = id(api.post("/dashboards", "{\"name\": \"Plant %d\"}".formatted(i)));
      String source = push(api, dashboard);
      String last = "";
      for (int v = 1; v <= 6; v++) {
        last = id(api.post("/dashboards/" + dashboard + "/visualizations", chart(source, v)));
      }
      if (first == null) {
        fill(api, source);
        String path = "/dashboards/" + dashboard + "/share";
        String token = token(api.post(path, "{\"access\": \"view\"}"));
        String locked =
            token(api.post(path, "{\"access\": \"view\", \"password\": \"the right one\"}"));
        String open = publish(api, api.get("/dashboards/" + dashboard).path("uid").asString());
        JsonNode panels = api.get("/api/public/dashboards/" + open).at("/dashboard/panels");
        String panel = panels.get(panels.size() - 1).path("id").asString();
        first = new Seed(dashboard, source, last, token, locked, open, panel);
      }
    }
    return first;
  }

  /** Makes as many dashboards without anything on them, each of them public. */
  static void publish(Api api, int number) throws Exception {
    for (int i = 1; i <= number; i++) {
      JsonNode dashboard = api.post("/dashboards", "{\"name\": \"Public %d\"}".formatted(i));
      publish(api, dashboard.path("uid").asString());
    }
  }

  private static String publish(Api api, String uid) throws Exception {
    return api.post(
            "/api/dashboards/uid/" + uid + "/public-dashboards",
            "{\"isEnabled\": true, \"timeSelectionEnabled\": true}")
        .path("accessToken")
        .asString();
  }

  /** An empty source for pushes. */
  static String push(Api api, String dashboard) throws Exception {
    String source = "{\"name\": \"Machines\", \"kind\": \"push\", \"columns\": %s}".formatted(COLUMNS);
    return id(api.post("/dashboards/" + dashboard + "/sources", source));
  }

  private static String chart(String source, int number) {
    return """
        {"type": "linechart", "title": "Chart %d", "query": {"source": "%s",
         "x": {"column": "at", "bucket": "hour"}, "series": "machine",
         "measures": [{"column": "value", "aggregation": "avg"}]}}
        """
        .formatted(number, source);
  }

  private static void fill(Api api, String source) throws Exception {
    String rows =
        IntStream.range(0, 500)
            .mapToObj(i ->
                "{\"at\": \"2026-11-%02dT%02d:00:00Z\", \"machine\": \"press %d\", \"value\": %d.5, \"parts\": %d}"
                    .formatted(1 + i / 72, i / 3 % 24, i % 3, i, i * 7))
            .collect(Collectors.joining("\n"));
    api.post(
        "/sources/" + source + "/rows", "application/x-ndjson", BodyPublishers.ofString(rows));
  }

  static String id(JsonNode created) {
    return created.path("id").asString();
  }

  private static String token(JsonNode created) {
    String link = created.path("share_link").asString();
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
