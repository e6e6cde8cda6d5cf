package com.streamdata.api.grafana;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A public dashboard of a test's own, whose panels read a source called {@code readings}.
 *
 * @param source its number
 */
record SharedPanels(TestServer server, String uid, String token, String source) {
  private static final String READINGS =
      """
      seen,site,celsius
      2026-01-01T00:00:00Z,north,20.5
      2026-01-01T00:01:00Z,south,10
      2026-01-01T00:01:00Z,north,
      """;

  /** Shared with these settings. */
  static SharedPanels create(TestServer server, String sharing, String... panels) {
    return with(server, sharing, "{\"list\": []}", "{}", panels);
  }

  /**
   * @param more members of the dashboard beside its panels
   */
  static SharedPanels with(
      TestServer server, String sharing, String templating, String more, String... panels) {
    String source = source(server, ours(server).path("id").asString());
    String own = more.strip().substring(1, more.strip().length() - 1);
    String body =
        "{\"dashboard\": {\"title\": \"Panels\", \"templating\": %s, %s \"panels\": [%s]}}"
            .formatted(
                templating,
                own.isBlank() ? "" : own + ",",
                String.join(",", panels).replace("$SOURCE", "source-" + source));
    JsonNode made = server.admin().post("/api/dashboards/db", body).expect(200).json();
    return share(server, made.path("uid").asString(), source, sharing);
  }

  /** A dashboard made over our own API, with a chart and a key metric. */
  static SharedPanels ofOurs(TestServer server) {
    JsonNode dashboard = ours(server);
    String id = dashboard.path("id").asString();
    String source = source(server, id);
    TestClient admin = server.admin();
    admin
        .post(
            "/dashboards/" + id + "/visualizations",
            """
            {"type": "linechart", "title": "Heat", "query": {"source": "%s",
             "x": {"column": "seen", "bucket": "minute"}, "series": "site",
             "measures": [{"column": "celsius", "aggregation": "avg", "name": "heat"}]}}
            """
                .formatted(source))
        .expect(201);
    admin
        .patch(
            "/dashboards/" + id,
            """
            {"tiles": [{"title": "Rows", "query": {"source": "%s",
             "measures": [{"aggregation": "count", "name": "n"}]}}]}
            """
                .formatted(source))
        .expect(200);
    return share(server, dashboard.path("uid").asString(), source, "{\"isEnabled\": true}");
  }

  private static JsonNode ours(TestServer server) {
    return server.admin().post("/dashboards", "{\"name\": \"Store\"}").expect(201).json();
  }

  private static String source(TestServer server, String dashboard) {
    String source =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"readings\", \"kind\": \"push\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    server
        .admin()
        .post("/sources/" + source + "/rows", "text/csv", READINGS.getBytes(StandardCharsets.UTF_8))
        .expect(200);
    return source;
  }

  private static SharedPanels share(TestServer server, String uid, String source, String sharing) {
    String token =
        server
            .admin()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", sharing)
            .expect(200)
            .json()
            .path("accessToken")
            .asString();
    return new SharedPanels(server, uid, token, source);
  }

  static String target(String ref, String format, String sql) {
    return "{\"refId\": \"%s\", \"format\": \"%s\", \"rawSql\": %s, \"datasource\": {\"type\": \"streamdata\", \"uid\": \"$SOURCE\"}}"
        .formatted(ref, format, JsonNodeFactory.instance.stringNode(sql));
  }

  static String panel(long id, String type, String... targets) {
    return "{\"id\": %d, \"type\": \"%s\", \"title\": \"P%d\", \"targets\": [%s]}"
        .formatted(id, type, id, String.join(",", targets));
  }

  static String table(long id, String sql) {
    return panel(id, "table", target("A", "table", sql));
  }

  static String timeseries(long id, String sql) {
    return panel(id, "timeseries", target("A", "time_series", sql));
  }

  String address(String panel) {
    return "/api/public/dashboards/" + token + "/panels/" + panel + "/query";
  }

  /** Asks as anybody. */
  TestAnswer query(long panel, String body) {
    return server.anonymous().post(address("" + panel), body);
  }

  /** The first value of the first column of the first frame of A. */
  JsonNode firstValue(long panel, String body) {
    return query(panel, body).expect(200).json().at("/results/A/frames/0/data/values/0/0");
  }
}
