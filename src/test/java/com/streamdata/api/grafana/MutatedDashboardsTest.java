package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dashboards with anything in the wrong place: saved or refused, never our fault. */
class MutatedDashboardsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROUNDS = 120;

  private static final String DASHBOARD =
      """
      {"title": "Real", "uid": "mutated", "schemaVersion": 39, "version": 3, "tags": ["a"], "timezone": "Europe/Berlin",
       "time": {"from": "now-6h", "to": "now"}, "refresh": "5s", "timepicker": {"refresh_intervals": ["5s"]},
       "annotations": {"list": [{"builtIn": 1, "enable": true, "name": "A", "iconColor": "red", "type": "dashboard",
          "datasource": {"type": "grafana", "uid": "-- Grafana --"}, "target": {"limit": 10, "tags": ["x"], "type": "tags"}}]},
       "templating": {"list": [{"type": "custom", "name": "site", "query": "a,b", "multi": true, "includeAll": true,
          "options": [{"text": "a", "value": "a"}], "current": {"text": ["a"], "value": ["a"]}},
          {"type": "datasource", "name": "ds", "current": {"value": "source-1"}}]},
       "streamdata": {"time_range": {"from": "now-6h", "to": null}, "filters": [{"column": "n", "op": "gt", "value": 1}]},
       "panels": [
        {"id": 1, "type": "timeseries", "title": "T", "gridPos": {"h": 8, "w": 12, "x": 0, "y": 0}, "datasource": {"type": "streamdata", "uid": "source-1"},
         "fieldConfig": {"defaults": {"unit": "celsius", "decimals": 1, "custom": {"fillOpacity": 10, "drawStyle": "line", "stacking": {"mode": "normal"}}}, "overrides": [{"matcher": {"id": "byName", "options": "x"}, "properties": [{"id": "unit", "value": "s"}]}]},
         "options": {"legend": {"showLegend": true}}, "targets": [{"refId": "A", "rawSql": "SELECT at AS time, n FROM flights WHERE $__timeFilter(at)", "format": "time_series"}, {"refId": "B", "hide": true, "rawSql": "SELECT 1"}],
         "streamdata": {"options": {"unit": "°C", "x": [1]}, "grid_pos": {"h": 8, "w": 12, "x": 0, "y": 0}, "place": {"h": 8, "w": 12, "x": 0, "y": 0}, "free_id": false}},
        {"id": 2, "type": "stat", "title": "S", "gridPos": {"h": 4, "w": 4, "x": 20, "y": 0}, "datasource": "flights", "targets": [{"refId": "A", "streamdata": {"measures": [{"aggregation": "count"}]}}]},
        {"id": 3, "type": "row", "title": "R", "collapsed": true, "gridPos": {"h": 1, "w": 24, "x": 0, "y": 8}, "panels": [
          {"id": 4, "type": "table", "title": "U", "gridPos": {"h": 8, "w": 12, "x": 12, "y": 9}, "datasource": "${ds}", "targets": [{"refId": "A", "rawSql": "SELECT * FROM flights", "format": "table"}]}]},
        {"id": 5, "type": "text", "title": "W", "gridPos": {"h": 3, "w": 24, "x": 0, "y": 17}, "options": {"mode": "markdown", "content": "# Hi [a](b) <b>c</b>"}},
        {"id": 6, "type": "graph", "title": "G", "bars": true, "lines": false, "stack": true, "yaxes": [{"format": "percent", "decimals": 1}], "datasource": null, "targets": [{"refId": "A", "rawSql": "SELECT 1 AS n"}]}]}
      """;

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-9223372036854775809",
          "99999999999",
          "\"\"",
          "\"now\"",
          "\"\\u0000\\ud800\"",
          "[]",
          "{}",
          "[[[[]]]]",
          "{\"uid\": 7, \"id\": \"x\", \"type\": []}",
          "\"$ds\"",
          "\"source-1\"",
          "[1, \"a\", null, {}]",
          "\"now-99999d\"",
          "\"" + "x".repeat(6000) + "\"",
          "2147483648");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin().post("/dashboards", "{\"name\": \"Data\"}").expect(201);
    admin()
        .post("/dashboards/1/sources", "{\"name\": \"flights\", \"kind\": \"push\"}")
        .expect(201);
    admin()
        .post(
            "/sources/1/rows",
            "text/csv",
            "at,city,n\n2026-01-01T00:00:00Z,Oslo,1\n".getBytes(StandardCharsets.UTF_8))
        .expect(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static TestClient admin() {
    return server.admin();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neverOurFault(long seed) {
    Random random = new Random(seed);
    int saves = 0;

    for (int i = 0; i < ROUNDS; i++) {
      ObjectNode dashboard = (ObjectNode) JSON.readTree(DASHBOARD);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        mutate(dashboard, random);
      }
      String body = "{\"overwrite\": true, \"dashboard\": " + dashboard + "}";
      TestAnswer saved = admin().post("/api/dashboards/db", body);
      assertThat(saved.status()).as(body + saved.text()).isIn(200, 400, 404);
      if (saved.status() == 200) {
        saves++;
        expectReadable(saved.json(), body);
      }
    }

    assertThat(saves).isGreaterThan(ROUNDS * 3 / 4);
  }

  private static void expectReadable(JsonNode saved, String body) {
    String uid = saved.path("uid").asString();
    long id = saved.path("id").asLong();

    JsonNode read = admin().get("/api/dashboards/uid/" + uid).expect(200).json().path("dashboard");
    JsonNode ours = admin().get("/dashboards/" + id).expect(200).json();
    ViewerDashboard.of(read, true, true);
    admin().patch("/dashboards/" + id, "{\"name\": \"Changed\"}").expect(200);
    JsonNode changed = admin().get("/api/dashboards/uid/" + uid).expect(200).json();

    assertThat(changed.path("dashboard").path("title").asString()).as(body).isEqualTo("Changed");
    assertThat(panels(ours)).as(body).doesNotHaveDuplicates();
  }

  private static List<Long> panels(JsonNode ours) {
    List<Long> ids = new ArrayList<>();
    for (String list : List.of("visualizations", "notes")) {
      ours.path(list).forEach(each -> ids.add(each.path("panel_id").asLong()));
    }
    return ids;
  }

  /** Puts another value somewhere, takes one away, or doubles one of a list. */
  private static void mutate(ObjectNode dashboard, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(dashboard, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    if (container instanceof ArrayNode list) {
      int at = list.isEmpty() ? 0 : random.nextInt(list.size());
      switch (random.nextInt(3)) {
        case 0 -> list.insert(at, value);
        case 1 -> list.add(list.isEmpty() ? value : list.get(at).deepCopy());
        default -> list.remove(at);
      }
    } else if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(5) == 0) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
