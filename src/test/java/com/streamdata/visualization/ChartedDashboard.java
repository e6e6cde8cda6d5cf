package com.streamdata.visualization;

import com.streamdata.testing.TestServer;
import java.nio.charset.StandardCharsets;

/** A dashboard of a test's own with a source of pushed rows. */
record ChartedDashboard(TestServer server, String id, String source) {

  /** Three flights at Berlin's change of clocks, one of them without a delay. */
  private static final String ROWS =
      """
      at,place,delay,flight
      2024-10-27T00:30:00Z,TXL,5,9007199254740993
      2024-10-27T01:30:00Z,TXL,,2
      2024-10-27T03:30:00Z,=SUM(A1),7.5,3
      """;

  static ChartedDashboard create(TestServer server) {
    return create(server, "{\"name\": \"Flights\", \"time_zone\": \"Europe/Berlin\"}");
  }

  static ChartedDashboard create(TestServer server, String dashboard) {
    String id =
        server.admin().post("/dashboards", dashboard).expect(201).json().path("id").asString();
    String source =
        server
            .admin()
            .post(
                "/dashboards/" + id + "/sources",
                """
                {"name": "flights", "kind": "push", "columns": [
                  {"name": "at", "type": "timestamp"}, {"name": "place", "type": "text"},
                  {"name": "delay", "type": "number"}, {"name": "flight", "type": "integer"}]}
                """)
            .expect(201)
            .json()
            .path("id")
            .asString();
    ChartedDashboard made = new ChartedDashboard(server, id, source);
    made.push(ROWS);
    return made;
  }

  void push(String csv) {
    server
        .admin()
        .post("/sources/" + source + "/rows", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
        .expect(200);
  }

  /** The body of a visualization of its source, from the inside of its query. */
  String body(String type, String query) {
    return "{\"type\": \"%s\", \"title\": \"Delays\", \"query\": {\"source\": \"%s\", %s}}"
        .formatted(type, source, query);
  }

  /** Makes a visualization and returns its id. */
  String visualize(String type, String query) {
    return server
        .admin()
        .post("/dashboards/" + id + "/visualizations", body(type, query))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }
}
