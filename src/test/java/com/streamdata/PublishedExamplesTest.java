package com.streamdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples of the published page "StreamData REST API", one by one, with its words. */
class PublishedExamplesTest {
  private static final List<String> TYPES =
      List.of("table", "linechart", "barchart", "stackbarchart", "piechart", "areachart");

  private static TestServer server;
  private static TestClient client;
  private static String dashboard = "";
  private static String visualization = "";

  @BeforeAll
  static void startWithTwoDashboardsAndAVisualization() {
    server = TestServer.start();
    client = server.admin();
    dashboard = id(client.post("/dashboards", "{\"name\": \"Your Dashboard 1\"}"));
    client.post("/dashboards", "{\"name\": \"Your Dashboard 2\"}").expect(201);
    String source =
        id(
            client.post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"Sales\", \"kind\": \"push\"}"));
    client
        .post("/sources/" + source + "/rows", "[{\"region\": \"North\", \"sales\": 4}]")
        .expect(200);
    visualization =
        id(
            client.post(
                "/dashboards/" + dashboard + "/visualizations",
                """
                {"type": "barchart", "title": "Sales by region", "query": {"source": "%s",
                 "x": {"column": "region"},
                 "measures": [{"column": "sales", "aggregation": "sum"}]}}
                """
                    .formatted(source)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void retrieveAListOfDashboards() {
    JsonNode list = client.get("/dashboards").expect(200).json();

    assertThat(list.propertyNames()).containsExactly("dashboards");
    assertThat(list.path("dashboards").size()).isEqualTo(2);
    JsonNode first = list.path("dashboards").get(0);
    assertThat(first.toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"name\":\"Your Dashboard 1\",\"owner\":\"owner@email.com\",\"created\":\"%s\"}"
                .formatted(dashboard, today()));
  }

  @Test
  void shareADashboard() {
    JsonNode answer =
        client
            .post(
                "/dashboards/" + dashboard + "/share",
                """
                {
                  "access": "view",
                  "password": "OptionalPassword123",
                  "email": ["user1@email.com", "user2@email.com"]
                }
                """)
            .expect(200)
            .json();

    assertThat(answer.propertyNames()).containsExactly("share_link", "message");
    assertThat(answer.path("share_link").asString()).startsWith(server.url() + "/share/");
    assertThat(answer.path("message").asString()).startsWith("Dashboard shared successfully.");
  }

  @Test
  void retrieveAListOfVisualizations() {
    JsonNode list = client.get("/visualizations").expect(200).json();

    assertThat(list.toString())
        .isEqualTo(
            ("{\"visualizations\":[{\"id\":\"%s\",\"type\":\"barchart\",\"dashboard_id\":\"%s\","
                    + "\"dashboard_name\":\"Your Dashboard 1\",\"owner\":\"owner@email.com\","
                    + "\"created\":\"%s\"}]}")
                .formatted(visualization, dashboard, today()));
    assertThat(TYPES).contains(list.path("visualizations").get(0).path("type").asString());
  }

  @Test
  void shareAVisualization() {
    JsonNode answer =
        client
            .post(
                "/visualizations/" + visualization + "/share",
                """
                {
                  "email": ["user1@email.com", "user2@email.com"]
                }
                """)
            .expect(200)
            .json();

    assertThat(answer.propertyNames()).containsExactly("share_link", "message");
    assertThat(answer.path("share_link").asString()).startsWith(server.url() + "/share/");
    assertThat(answer.path("message").asString()).startsWith("Visualization shared successfully.");
  }

  @Test
  void shareAVisualizationWithoutABody() {
    JsonNode answer = client.post("/visualizations/" + visualization + "/share").expect(200).json();

    assertThat(answer.path("message").asString()).isEqualTo("Visualization shared successfully.");
  }

  @Test
  void errorHandling() {
    client.post("/dashboards/" + dashboard + "/share", "{}").expect(400);
    server.anonymous().get("/dashboards").expect(401);
    client.post("/dashboards/105105/share", "{\"access\": \"view\"}").expect(404);
    client.post("/visualizations/105105/share", "{}").expect(404);
  }

  private static String id(TestAnswer created) {
    return created.expect(201).json().path("id").asString();
  }

  private static String today() {
    return DateTimeFormatter.BASIC_ISO_DATE.format(
        server.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate());
  }
}
