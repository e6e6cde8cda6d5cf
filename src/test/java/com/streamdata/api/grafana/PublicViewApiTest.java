package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a visitor gets of a public dashboard (observed behaviour, V1, 2.9 and 3.1). */
class PublicViewApiTest extends ApiContract {
  private static final String DASHBOARD =
      """
      {"dashboard": {"title": "Plant Ä / 1", "uid": "%s", "timezone": "browser",
        "time": {"from": "now-6h", "to": "now"}, "timepicker": {"nowDelay": "1m"},
        "links": [{"title": "secret link", "url": "https://intern.example/"}],
        "templating": {"list": [{"name": "site", "type": "query", "query": "secret variable query",
          "datasource": {"uid": "secret-uid"}, "current": {"text": "a", "value": "a"},
          "options": [{"text": "a", "value": "a"}, {"text": "b", "value": "b"}]}]},
        "annotations": {"list": [{"name": "Deploys", "enable": true, "expr": "secret annotation",
          "datasource": {"uid": "secret-uid", "type": "prometheus"}}]},
        "panels": [
          {"id": 4, "type": "timeseries", "title": "Temperature",
           "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
           "datasource": {"uid": "secret-uid", "type": "prometheus"},
           "fieldConfig": {"defaults": {"unit": "celsius",
             "links": [{"url": "https://intern.example/"}]}},
           "targets": [{"refId": "A", "expr": "secret expr", "query": "secret query",
             "rawSql": "secret sql", "target": "secret graphite", "rawQuery": "secret raw",
             "datasource": {"uid": "secret-uid"}}]},
          {"id": 5, "type": "row", "collapsed": true, "title": "More", "panels": [
            {"id": 6, "type": "table", "targets": [{"refId": "B", "expr": "secret nested"}]}]},
          {"id": 7, "type": "row", "collapsed": false, "title": "Open", "panels": [
            {"id": 8, "type": "table", "targets": [{"refId": "C", "expr": "secret open"}]}]}]}}
      """;

  @Test
  void visitorGetsMetaOfThisShapeAndNoRights() {
    JsonNode meta = view(shared("{\"isEnabled\": true}")).expect(200).json().path("meta");

    assertThat(meta.propertyNames())
        .containsExactlyInAnyOrder(
            "type",
            "canSave",
            "canEdit",
            "canAdmin",
            "canStar",
            "canDelete",
            "slug",
            "url",
            "expires",
            "created",
            "updated",
            "updatedBy",
            "createdBy",
            "version",
            "hasAcl",
            "isFolder",
            "folderId",
            "folderUid",
            "folderTitle",
            "folderUrl",
            "provisioned",
            "provisionedExternalId",
            "annotationsPermissions",
            "publicDashboardEnabled");
    for (String right : List.of("canSave", "canEdit", "canAdmin", "canStar", "canDelete")) {
      assertThat(meta.path(right).asBoolean(true)).as(right).isFalse();
    }
    assertThat(meta.path("slug").asString()).isEqualTo("plant-a-1");
    assertThat(meta.path("expires").asString()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(meta.path("created").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(meta.path("version").asInt()).isEqualTo(2);
    assertThat(meta.path("annotationsPermissions").isNull()).isTrue();
    assertThat(meta.path("publicDashboardEnabled").asBoolean()).isTrue();
  }

  @Test
  void nothingThatOnlyEditorsNeedIsInIt() {
    TestAnswer answer = view(shared("{\"isEnabled\": true}")).expect(200);

    assertThat(answer.text())
        .doesNotContain("secret", "intern.example", "accessToken", "email.com");
    JsonNode dashboard = answer.json().path("dashboard");
    assertThat(dashboard.has("id")).isFalse();
    assertThat(dashboard.path("title").asString()).isEqualTo("Plant Ä / 1");
    assertThat(dashboard.at("/panels/0/id").asInt()).isEqualTo(4);
    assertThat(dashboard.at("/panels/0/targets/0/refId").asString()).isEqualTo("A");
    assertThat(dashboard.at("/panels/0/gridPos/w").asInt()).isEqualTo(12);
    assertThat(dashboard.at("/panels/0/fieldConfig/defaults/unit").asString()).isEqualTo("celsius");
    assertThat(dashboard.at("/templating/list").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void timePickerIsHiddenUnlessTheTimeMayBeChosen(boolean selection) {
    String token = shared("{\"isEnabled\": true, \"timeSelectionEnabled\": " + selection + "}");

    JsonNode dashboard = view(token).expect(200).json().path("dashboard");

    assertThat(dashboard.at("/timepicker/hidden").asBoolean(selection)).isEqualTo(!selection);
  }

  @Test
  void choicesOfVariablesAreShownOnlyWhereTheyMayBeChosen() {
    String token = shared("{\"isEnabled\": true, \"variableSelectionEnabled\": true}");

    TestAnswer answer = view(token).expect(200);

    assertThat(answer.json().at("/dashboard/templating/list/0/options/1/value").asString())
        .isEqualTo("b");
    assertThat(answer.text()).doesNotContain("secret");
  }

  @Test
  void dashboardMadeHereIsShownToo() {
    String uid = dashboard("Native");
    String token =
        admin()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
            .expect(200)
            .json()
            .path("accessToken")
            .asString();

    JsonNode shown = view(token).expect(200).json();

    assertThat(shown.at("/dashboard/title").asString()).isEqualTo("Native");
    assertThat(shown.at("/dashboard/uid").asString()).isEqualTo(uid);
    assertThat(view(token + "/").expect(200).json()).isEqualTo(shown);
  }

  @Test
  void visitorSeesTheLatestSavedDashboard() {
    String uid = dashboard("Before");
    JsonNode made =
        admin()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
            .expect(200)
            .json();
    String token = made.path("accessToken").asString();
    assertThat(view(token).expect(200).text()).contains("Before");

    admin()
        .post(
            "/api/dashboards/db",
            "{\"overwrite\": true, \"dashboard\": {\"uid\": \""
                + uid
                + "\", \"title\": \"After\"}}")
        .expect(200);

    assertThat(view(token).expect(200).text()).contains("After").doesNotContain("Before");
  }

  @Test
  void pausedOneIsRefusedOnAllThreeAddresses() {
    String token = shared("{\"isEnabled\": false}");

    for (TestAnswer answer : everywhere(token)) {
      Refusal.expect(answer, 403, "notEnabled", "Dashboard paused");
    }
    server().anonymous().get("/share/" + token + "/dashboard").expectProblem(403, "share.paused");
    server().anonymous().get("/public-dashboards/" + token).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0123456789012345678901234567890123456789", "1-1-1-1-1"})
  void tokenOfAnotherFormIsRefusedOnAllThreeAddresses(String token) {
    for (TestAnswer answer : everywhere(token)) {
      Refusal.expect(answer, 400, "invalidAccessToken", "Invalid access token");
    }
    server().anonymous().get("/public-dashboards/" + token).expect(200);
  }

  @Test
  void unknownTokenIsNotFoundOnAllThreeAddresses() {
    String token = "00000000000000000000000000000000";

    for (TestAnswer answer : everywhere(token)) {
      Refusal.expect(answer, 404, "notFound", "Dashboard not found");
    }
  }

  @Test
  void linkOfStreamDataIsNoPublicDashboard() {
    String id =
        admin().post("/dashboards", "{\"name\": \"L\"}").expect(201).json().path("id").asString();
    String link =
        admin()
            .post("/dashboards/" + id + "/share", "{\"access\": \"view\"}")
            .expect(200)
            .json()
            .path("share_link")
            .asString();

    Refusal.expect(
        view(link.substring(link.lastIndexOf('/') + 1)), 404, "notFound", "Dashboard not found");
  }

  private static String shared(String body) {
    String uid = dashboard("To be replaced");
    admin()
        .post(
            "/api/dashboards/db",
            DASHBOARD.formatted(uid).replaceFirst("\\{", "{\"overwrite\": true, "))
        .expect(200);
    return admin()
        .post("/api/dashboards/uid/" + uid + "/public-dashboards", body)
        .expect(200)
        .json()
        .path("accessToken")
        .asString();
  }

  private static TestClient admin() {
    return server().admin();
  }

  private static String address(String token) {
    return "/api/public/dashboards/" + token;
  }

  private static List<TestAnswer> everywhere(String token) {
    return List.of(
        view(token),
        server().anonymous().get(address(token) + "/annotations"),
        server().anonymous().post(address(token) + "/panels/4/query", "{}"));
  }

  private static TestAnswer view(String token) {
    return server().anonymous().get(address(token));
  }
}
