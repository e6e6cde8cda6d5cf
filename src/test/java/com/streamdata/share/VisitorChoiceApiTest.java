package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.access.Caller;
import com.streamdata.access.DashboardId;
import com.streamdata.access.Role;
import com.streamdata.access.UserId;
import com.streamdata.dashboard.AnnotationService;
import com.streamdata.dashboard.NewAnnotation;
import com.streamdata.testing.TestServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What visitors may choose, and that nothing else they send counts. */
class VisitorChoiceApiTest {
  private static TestServer server;
  private String dashboard = "";
  private String visualization = "";
  private String share = "";
  private String token = "";

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void shareThreeDays() {
    dashboard =
        id(
            "/dashboards",
            """
            {"name": "Days", "time_range": {"from": "2026-03-02", "to": "2026-03-03"}}
            """);
    String source =
        id("/dashboards/" + dashboard + "/sources", "{\"name\": \"Days\", \"kind\": \"push\"}");
    server
        .admin()
        .post(
            "/sources/" + source + "/rows",
            """
            [{"at": "2026-03-01T12:00:00Z", "n": 1}, {"at": "2026-03-02T12:00:00Z", "n": 2},
             {"at": "2026-03-03T12:00:00Z", "n": 3}]
            """)
        .expect(200);
    visualization =
        id(
            "/dashboards/" + dashboard + "/visualizations",
            """
            {"type": "table", "title": "All", "query": {"source": "%s", "columns": ["at", "n"]}}
            """
                .formatted(source));
    String link =
        server
            .admin()
            .post("/dashboards/" + dashboard + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();
    token = link.substring(link.lastIndexOf('/') + 1);
    share =
        server
            .admin()
            .get("/dashboards/" + dashboard + "/shares")
            .json()
            .at("/shares/0/id")
            .asString();
  }

  @Test
  void withoutTimeSelectionNothingAVisitorSendsChangesTheRange() {
    List<Integer> usual = numbers("");

    assertThat(usual).containsExactly(2, 3);
    assertThat(numbers("?from=2026-03-01&to=2026-03-01")).isEqualTo(usual);
    assertThat(numbers("?from=nonsense&to=%27")).isEqualTo(usual);
    assertThat(shown().path("time_selection").asBoolean(true)).isFalse();
  }

  @Test
  void withTimeSelectionBothEndsReplaceTheRange() {
    allow("time_selection");

    assertThat(shown().path("time_selection").asBoolean()).isTrue();
    assertThat(numbers("?from=2026-03-01&to=2026-03-01")).containsExactly(1);
    assertThat(numbers("?from=2026-03-01")).containsExactly(2, 3);
    assertThat(numbers("?to=2026-03-01&from=")).containsExactly(2, 3);
    server.anonymous().get(data("?from=nonsense&to=now")).expectProblem(400, "request.invalid");
  }

  @Test
  void annotationsAreShownOnlyWhereTheShareHasThemAndWithinItsTime() {
    annotate("before", "2026-03-01T00:00:00Z");
    annotate("inside", "2026-03-02T06:00:00Z");

    assertThat(annotations("?from=0&to=9999999999999")).isEmpty();
    allow("annotations");
    assertThat(annotations("?from=0&to=9999999999999")).containsExactly("inside");
    allow("time_selection");
    assertThat(annotations("?from=2026-03-01&to=2026-03-02"))
        .containsExactlyInAnyOrder("before", "inside");
  }

  @Test
  void stateOfOpenPageChangesWithWhatVisitorsMay() {
    JsonNode before = shown();

    allow("annotations");

    assertThat(shown()).isNotEqualTo(before);
  }

  private void annotate(String text, String time) {
    long millis = Instant.parse(time).toEpochMilli();
    server
        .part(AnnotationService.class)
        .create(
            new Caller.User(new UserId(1), TestServer.ADMIN_EMAIL, Role.ADMIN),
            DashboardId.of(dashboard),
            new NewAnnotation(0, millis, null, text, List.of()));
  }

  private void allow(String what) {
    server.admin().patch("/shares/" + share, "{\"" + what + "\": true}").expect(200);
  }

  private JsonNode shown() {
    return server.anonymous().get("/share/" + token + "/dashboard").expect(200).json();
  }

  private List<String> annotations(String query) {
    return server
        .anonymous()
        .get("/share/" + token + "/annotations" + query)
        .expect(200)
        .json()
        .valueStream()
        .map(annotation -> annotation.path("text").asString())
        .toList();
  }

  private List<Integer> numbers(String query) {
    return server
        .anonymous()
        .get(data(query))
        .expect(200)
        .json()
        .at("/columns/1/values")
        .valueStream()
        .map(JsonNode::asInt)
        .toList();
  }

  private String data(String query) {
    return "/share/" + token + "/visualizations/" + visualization + "/data" + query;
  }

  private static String id(String path, String json) {
    return server.admin().post(path, json).expect(201).json().path("id").asString();
  }
}
