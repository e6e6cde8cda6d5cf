package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Annotations of a public dashboard (observed behaviour, 2.10 and 3.3). */
class PublicAnnotationApiTest extends ApiContract {
  private static final String OWN =
      "\"datasource\": {\"type\": \"grafana\", \"uid\": \"-- Grafana --\"}";
  private static final String ALL =
      "{\"name\": \"Notes\", \"enable\": true, \"iconColor\": \"red\", \"type\": \"dashboard\", "
          + OWN
          + "}";

  private static TestClient admin() {
    return server().admin();
  }

  private static long now() {
    return server().clock().instant().toEpochMilli();
  }

  /** A dashboard of the last hour with these entries; its uid. */
  private static String save(String entries) {
    return admin()
        .post(
            "/api/dashboards/db",
            "{\"dashboard\": {\"title\": \"t\", \"time\": {\"from\": \"now-1h\", \"to\": \"now\"}, \"annotations\": {\"list\": ["
                + entries
                + "]}}}")
        .expect(200)
        .json()
        .path("uid")
        .asString();
  }

  private static String share(String uid, String flags) {
    return "/api/public/dashboards/"
        + admin()
            .post(
                "/api/dashboards/uid/" + uid + "/public-dashboards",
                "{\"isEnabled\": true" + flags + "}")
            .expect(200)
            .json()
            .path("accessToken")
            .asString()
        + "/annotations";
  }

  private static void annotate(String uid, String text, long time, String more) {
    admin()
        .post(
            "/api/annotations",
            "{\"dashboardUID\": \"%s\", \"text\": \"%s\", \"time\": %d%s}"
                .formatted(uid, text, time, more))
        .expect(200);
  }

  private static List<String> seen(String path) {
    return server()
        .anonymous()
        .get(path)
        .expect(200)
        .json()
        .valueStream()
        .map(event -> event.path("text").asString())
        .toList();
  }

  @Test
  void eventHasTheDocumentedMembers() {
    String uid =
        save(
            ALL.replace(
                "\"name\"",
                "\"target\": {\"limit\": 5, \"matchAny\": false, \"tags\": [\"secret\"], \"type\": \"dashboard\", \"expr\": \"x\"}, \"rawQuery\": \"SELECT\", \"name\""));
    annotate(
        uid,
        "release 8",
        now() - 60_000,
        ", \"timeEnd\": " + (now() - 1_000) + ", \"panelId\": 4, \"tags\": [\"deploy\"]");

    JsonNode event =
        server()
            .anonymous()
            .get(share(uid, ", \"annotationsEnabled\": true"))
            .expect(200)
            .json()
            .path(0);

    assertThat(event.propertyNames())
        .containsExactly(
            "id",
            "dashboardId",
            "dashboardUID",
            "panelId",
            "tags",
            "isRegion",
            "text",
            "color",
            "time",
            "timeEnd",
            "source");
    assertThat(event.path("panelId").asLong()).isEqualTo(4);
    assertThat(event.path("isRegion").asBoolean()).isTrue();
    assertThat(event.path("color").asString()).isEqualTo("red");
    assertThat(event.path("dashboardUID").asString()).isEqualTo(uid);
    assertThat(event.path("source").path("name").asString()).isEqualTo("Notes");
    assertThat(event.path("source").toString())
        .doesNotContain("SELECT")
        .doesNotContain("secret")
        .doesNotContain("expr");
  }

  @Test
  void noneAreShownUnlessTheShareSaysSo() {
    String uid = save(ALL);
    annotate(uid, "hidden", now() - 60_000, "");

    assertThat(seen(share(uid, ""))).isEmpty();
  }

  @Test
  void whateverIsAskedForOnlyTheDashboardsTimeIsShown() {
    String uid = save(ALL);
    annotate(uid, "old", now() - 7_200_000, "");
    annotate(uid, "new", now() - 60_000, "");
    String path = share(uid, ", \"annotationsEnabled\": true");

    assertThat(seen(path)).containsExactly("new");
    assertThat(seen(path + "?from=1&to=" + now())).containsExactly("new");
    assertThat(seen(path + "?from=x&to=")).containsExactly("new");
  }

  @Test
  void chosenTimeCountsWhereItMayBeChosen() {
    String uid = save(ALL);
    annotate(uid, "old", now() - 7_200_000, "");
    annotate(uid, "new", now() - 60_000, "");
    String path = share(uid, ", \"annotationsEnabled\": true, \"timeSelectionEnabled\": true");

    assertThat(seen(path + "?from=1&to=" + now())).containsExactly("new", "old");
    assertThat(seen(path + "?from=1&to=" + (now() - 3_600_000))).containsExactly("old");
    assertThat(seen(path)).containsExactly("new");
    assertThat(seen(path + "?from=1")).containsExactly("new");
    assertThat(seen(path + "?from=-5&to=abc")).containsExactly("new");
  }

  @Test
  void onlyEnabledEntriesOfTheDashboardItselfCount() {
    String off = ALL.replace("\"enable\": true", "\"enable\": false");
    String foreign = ALL.replace("-- Grafana --", "prom");
    String none =
        "{\"name\": \"n\", \"enable\": true}, 7, {\"enable\": true, \"datasource\": null, \"target\": null}";
    String uid = save(off + "," + foreign + "," + none);
    annotate(uid, "there", now() - 60_000, "");

    assertThat(seen(share(uid, ", \"annotationsEnabled\": true"))).isEmpty();
  }

  @Test
  void tagsNeverShowAnotherDashboardsAnnotations() {
    String tags =
        "{\"name\": \"Deploys\", \"enable\": true, \"iconColor\": \"blue\", "
            + OWN
            + ", \"target\": {\"type\": \"tags\", \"tags\": [\"deploy\", \"ops\"], \"matchAny\": true}}";
    String uid = save(ALL + "," + tags);
    annotate(uid, "mine", now() - 60_000, ", \"tags\": [\"deploy\"], \"panelId\": 3");
    annotate(uid, "untagged", now() - 50_000, "");
    annotate(save(ALL), "foreign", now() - 60_000, ", \"tags\": [\"deploy\"]");
    String path = share(uid, ", \"annotationsEnabled\": true");

    JsonNode events = server().anonymous().get(path).expect(200).json();

    assertThat(
            events
                .valueStream()
                .map(each ->
                    each.path("text").asString()
                        + " "
                        + each.path("color").asString()
                        + " "
                        + each.path("panelId")))
        .containsExactlyInAnyOrder("mine blue 0", "untagged red 0");
  }

  @Test
  void closedDoorsStayClosed() {
    String uid = save(ALL);
    String path = share(uid, ", \"annotationsEnabled\": true, \"isEnabled\": false");

    Refusal.expect(server().anonymous().get(path), 403, "notEnabled", "Dashboard paused");
    Refusal.expect(
        server().anonymous().get("/api/public/dashboards/no-token/annotations"),
        400,
        "invalidAccessToken",
        "Invalid access token");
    Refusal.expect(
        server().anonymous().get("/api/public/dashboards/" + "0".repeat(32) + "/annotations"),
        404,
        "notFound",
        "Dashboard not found");
  }

  @Test
  void dashboardMadeHereShowsItsOwn() {
    String uid = dashboard("Native");
    annotate(uid, "native", now() - 60_000, "");

    assertThat(seen(share(uid, ", \"annotationsEnabled\": true"))).containsExactly("native");
  }
}
