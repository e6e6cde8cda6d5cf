package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of all public dashboards (observed behaviour, 2.11). */
class PublicDashboardListApiTest extends ApiContract {
  private static final String LIST = "/api/dashboards/public-dashboards";

  @BeforeEach
  void shareNothing() {
    for (JsonNode line : list(admin(), "?perpage=1000").path("publicDashboards")) {
      admin()
          .delete(
              "/api/dashboards/uid/%s/public-dashboards/%s"
                  .formatted(line.path("dashboardUid").asString(), line.path("uid").asString()))
          .expect(200);
    }
  }

  @Test
  void emptyListIsAList() {
    assertThat(admin().get(LIST).expect(200).text())
        .isEqualTo("{\"publicDashboards\":[],\"totalCount\":0,\"page\":1,\"perPage\":1000}");
  }

  @Test
  void lineHasExactlyTheseMembers() {
    String uid = shared("Plant A", true);

    JsonNode line = list(admin(), "/").at("/publicDashboards/0");

    assertThat(line.propertyNames())
        .containsExactly("uid", "accessToken", "title", "dashboardUid", "isEnabled", "slug");
    assertThat(line.path("title").asString()).isEqualTo("Plant A");
    assertThat(line.path("dashboardUid").asString()).isEqualTo(uid);
    assertThat(line.path("isEnabled").asBoolean()).isTrue();
    assertThat(line.path("slug").asString()).isEqualTo("plant-a");
    assertThat(line.path("accessToken").asString()).matches("[0-9a-f]{32}");
  }

  @Test
  void titlesAreInTheOrderOfCodePointsAndPausedOnesAmongThem() {
    for (String title : List.of("b", "a", "B", "é", "10", "9")) {
      shared(title, title.equals("B"));
    }

    assertThat(titles(list(admin(), ""))).containsExactly("10", "9", "B", "a", "b", "é");
  }

  @Test
  void pagesAreCutFromWhatMayBeRead() {
    for (int i = 1; i <= 5; i++) {
      shared("Page " + i, true);
    }

    JsonNode second = list(admin(), "?perpage=2&page=2");
    JsonNode past = list(admin(), "?perpage=2&page=9");

    assertThat(titles(second)).containsExactly("Page 3", "Page 4");
    assertThat(second.path("totalCount").asInt()).isEqualTo(5);
    assertThat(second.path("page").asInt()).isEqualTo(2);
    assertThat(second.path("perPage").asInt()).isEqualTo(2);
    assertThat(past.path("publicDashboards").isArray()).isTrue();
    assertThat(titles(past)).isEmpty();
    assertThat(past.path("totalCount").asInt()).isEqualTo(5);
    assertThat(titles(list(admin(), "?page=2147483647"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", "", "1001", "99999999999999999999"})
  void sizeThatIsNoneIsAThousand(String perPage) {
    shared("One", true);

    JsonNode page = list(admin(), "?perpage=" + perPage + "&page=" + perPage.replace("1001", "0"));

    assertThat(page.path("perPage").asInt()).isEqualTo(1000);
    assertThat(page.path("page").asInt()).isEqualTo(1);
    assertThat(titles(page)).containsExactly("One");
  }

  @Test
  void limitedKeySeesItsDashboardsOnlyAndCountsThemOnly() {
    String mine = shared("Mine", true);
    shared("Not mine", true);
    TestClient limited =
        server()
            .as(
                admin()
                    .post(
                        "/keys",
                        """
                        {"name": "limited", "permissions": [
                          {"action": "dashboards:read", "scope": "dashboards:uid:%s"}]}
                        """
                            .formatted(mine))
                    .expect(201)
                    .json()
                    .path("key")
                    .asString());

    JsonNode page = list(limited, "");

    assertThat(titles(page)).containsExactly("Mine");
    assertThat(page.path("totalCount").asInt()).isEqualTo(1);
    assertThat(page.at("/publicDashboards/0").has("accessToken")).isFalse();
  }

  @Test
  void deletedFolderTakesItsPublicDashboardsAlong() {
    String folder =
        admin()
            .post("/api/folders", "{\"title\": \"Going\"}")
            .expect(200)
            .json()
            .path("uid")
            .asString();
    String uid =
        admin()
            .post(
                "/api/dashboards/db",
                "{\"folderUid\": \"%s\", \"dashboard\": {\"title\": \"Inside\"}}".formatted(folder))
            .expect(200)
            .json()
            .path("uid")
            .asString();
    share(uid, true);
    assertThat(titles(list(admin(), ""))).containsExactly("Inside");

    admin().delete("/api/folders/" + folder).expect(200);

    assertThat(titles(list(admin(), ""))).isEmpty();
  }

  private static String shared(String title, boolean enabled) {
    String uid = dashboard(title);
    share(uid, enabled);
    return uid;
  }

  private static void share(String uid, boolean enabled) {
    admin()
        .post(
            "/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": " + enabled + "}")
        .expect(200);
  }

  private static JsonNode list(TestClient client, String query) {
    return client.get(LIST + query).expect(200).json();
  }

  private static List<String> titles(JsonNode page) {
    List<String> titles = new ArrayList<>();
    page.path("publicDashboards").forEach(line -> titles.add(line.path("title").asString()));
    return titles;
  }

  private static TestClient admin() {
    return server().admin();
  }
}
