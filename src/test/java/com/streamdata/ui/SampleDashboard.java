package com.streamdata.ui;

import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.util.ArrayList;
import java.util.List;

/** A dashboard with all six types of visualization, made over REST as a program would. */
record SampleDashboard(TestClient owner, String id, String source, List<String> visualizations) {
  /** Beyond what a double can hold. */
  static final String LARGE = "9007199254740993";

  static SampleDashboard create(TestServer server, String title) {
    TestClient owner = server.admin();
    String id = owner.post("/dashboards", "{\"name\": \"" + title + "\"}").expect(201).id();
    String source =
        owner
            .post("/dashboards/" + id + "/sources", "{\"name\": \"rows\", \"kind\": \"push\"}")
            .expect(201)
            .id();
    SampleDashboard sample = new SampleDashboard(owner, id, source, new ArrayList<>());
    sample.push(rows());
    return sample;
  }

  /** Where its owner finds it in the application. */
  String page() {
    return "/app/dashboards/" + id;
  }

  void push(String rows) {
    owner.post("/sources/" + source + "/rows", rows).expect(200);
  }

  /** Twelve months of two kinds; July of wind is missing. */
  private static String rows() {
    List<String> rows = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      rows.add(row(month, "coal", month * 10));
      if (month != 7) {
        rows.add(row(month, "wind", month + 1));
      }
    }
    return "[" + String.join(",", rows) + "]";
  }

  private static String row(int month, String kind, int amount) {
    return """
    {"at": "2025-%02d-15T12:00:00Z", "kind": "%s", "amount": %d, "large": %s}\
    """
        .formatted(month, kind, amount, LARGE);
  }

  SampleDashboard withAllTypes() {
    return with("linechart", "Lines", byMonth("kind"))
        .with("areachart", "Areas", byMonth("kind"))
        .with("stackbarchart", "Stacked bars", byMonth("kind"))
        .with("barchart", "Bars", byKind())
        .with("piechart", "Pie", byKind())
        .with("table", "Rows", "\"columns\": [\"at\", \"kind\", \"amount\", \"large\"]");
  }

  SampleDashboard with(String type, String title, String query) {
    String body =
        """
        {"type": "%s", "title": "%s", "query": {"source": "%s", %s}}
        """
            .formatted(type, title, source, query);
    visualizations.add(owner.post("/dashboards/" + id + "/visualizations", body).expect(201).id());
    return this;
  }

  /** With a place on the grid, such as {@code {"x": 0, "y": 0, "w": 6, "h": 8}}. */
  SampleDashboard placed(String type, String title, String query, String place) {
    with(type, title, query);
    owner
        .patch("/visualizations/" + visualizations.getLast(), "{\"place\": " + place + "}")
        .expect(200);
    return this;
  }

  static String byMonth(String series) {
    return """
    "x": {"column": "at", "bucket": "month"}, "series": "%s",
    "measures": [{"column": "amount", "aggregation": "sum", "name": "total"}]\
    """
        .formatted(series);
  }

  static String byKind() {
    return """
    "x": {"column": "kind"},
    "measures": [{"column": "amount", "aggregation": "sum", "name": "total"}]\
    """;
  }

  /** Returns the link. */
  String share(String body) {
    return owner
        .post("/dashboards/" + id + "/share", body)
        .expect(200)
        .json()
        .path("share_link")
        .asString();
  }

  /** Lets the visitors of its links choose or see more. */
  void allow(String what) {
    shares()
        .forEach(share -> owner.patch("/shares/" + share, "{\"" + what + "\": true}").expect(200));
  }

  void rename(String name) {
    owner.patch("/dashboards/" + id, "{\"name\": \"" + name + "\"}").expect(200);
  }

  void revokeAll() {
    shares().forEach(share -> owner.delete("/shares/" + share).expect(204));
  }

  /** Ids of all its links. */
  private List<String> shares() {
    return owner
        .get("/dashboards/" + id + "/shares")
        .json()
        .path("shares")
        .valueStream()
        .map(share -> share.path("id").asString())
        .toList();
  }
}
