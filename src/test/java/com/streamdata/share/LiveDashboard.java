package com.streamdata.share;

import com.streamdata.testing.EventStream;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** A dashboard with two sources, a chart of each, and a link. */
public final class LiveDashboard {
  private final TestServer server;
  final String id;
  public final String source;
  public final String otherSource;
  public final String chart;
  public final String otherChart;

  public LiveDashboard(TestServer server) {
    this.server = server;
    id = made("/dashboards", "{\"name\": \"Live\"}");
    source = pushed("One");
    otherSource = pushed("Two");
    push(source, "Oslo", 4);
    push(otherSource, "Rome", 19);
    chart = chart(source, "sum");
    otherChart = chart(otherSource, "max");
  }

  private String pushed(String name) {
    return source("{\"name\": \"" + name + "\", \"kind\": \"push\"}");
  }

  String source(String body) {
    return made("/dashboards/" + id + "/sources", body);
  }

  String chart(String source, String aggregation) {
    return chart(source, aggregation, 0);
  }

  /** One whose query is another than that of the same source and aggregation. */
  String chart(String source, String aggregation, int number) {
    return made(
        "/dashboards/" + id + "/visualizations",
        """
        {"type": "barchart", "title": "Degrees", "query": {"source": "%s", "x": {"column": "city"},
         "measures": [{"column": "degrees", "aggregation": "%s", "name": "measure %d"}]}}
        """
            .formatted(source, aggregation, number));
  }

  public void push(String source, String city, int degrees) {
    server
        .admin()
        .post(
            "/sources/" + source + "/rows",
            "[{\"city\": \"" + city + "\", \"degrees\": " + degrees + "}]")
        .expect(200);
  }

  /** The path of a new link. */
  public String share(String more) {
    return share("view", more);
  }

  String share(String access, String more) {
    return server
        .admin()
        .post("/dashboards/" + id + "/share", "{\"access\": \"" + access + "\"" + more + "}")
        .expect(200)
        .json()
        .path("share_link")
        .asString()
        .substring(server.url().length());
  }

  /** Changes the link that was made last. */
  public TestAnswer changeShare(String change) {
    return server.admin().patch("/shares/" + lastShare(), change).expect(200);
  }

  String lastShare() {
    JsonNode shares = server.admin().get("/dashboards/" + id + "/shares").json();
    return shares.path("shares").valueStream().toList().getLast().path("id").asString();
  }

  public EventStream open(String path, String... headers) {
    return new EventStream(server, path + "/events", headers);
  }

  private String made(String path, String body) {
    return server.admin().post(path, body).expect(201).json().path("id").asString();
  }
}
