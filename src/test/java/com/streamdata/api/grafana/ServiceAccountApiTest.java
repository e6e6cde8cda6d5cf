package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Service accounts and their tokens. */
class ServiceAccountApiTest extends ApiContract {
  @Test
  void accountIsMadeFoundChangedAndDeleted() {
    JsonNode made =
        post("/api/serviceaccounts", "{\"name\": \"Deploys\", \"role\": \"Editor\"}", 201);
    String address = "/api/serviceaccounts/" + made.path("id").asString();

    assertThat(made.path("login").asString()).isEqualTo("sa-1-deploys");
    assertThat(made.path("role").asString()).isEqualTo("Editor");
    assertThat(made.path("orgId").asInt()).isEqualTo(1);
    JsonNode found =
        admin().get("/api/serviceaccounts/search?query=DEPLOY&perpage=1").expect(200).json();
    assertThat(found.path("totalCount").asInt()).isEqualTo(1);
    assertThat(found.at("/serviceAccounts/0/name").asString()).isEqualTo("Deploys");
    admin().patch(address, "{\"name\": \"Releases\", \"isDisabled\": true}").expect(200);
    assertThat(admin().get(address).expect(200).json().path("isDisabled").asBoolean()).isTrue();
    admin().delete(address).expect(200);
    admin().get(address).expect(404);
    admin().delete(address).expect(404);
  }

  @Test
  void nameIsTakenOnce() {
    post("/api/serviceaccounts", "{\"name\": \"Once\"}", 201);

    admin().post("/api/serviceaccounts", "{\"name\": \"once\"}").expect(400);
    admin().post("/api/serviceaccounts", "{\"name\": \" \"}").expect(400);
    admin().post("/api/serviceaccounts", "{\"role\": \"Chief\", \"name\": \"x\"}").expect(400);
  }

  @Test
  void tokenDoesWhatItsAccountsRoleAllows() {
    TestClient viewer = tokenOf("{\"name\": \"V\", \"role\": \"Viewer\"}");
    TestClient editor = tokenOf("{\"name\": \"E\", \"role\": \"Editor\"}");
    TestClient adminToken = tokenOf("{\"name\": \"A\", \"role\": \"Admin\"}");
    TestClient none = tokenOf("{\"name\": \"N\", \"role\": \"None\"}");
    String uid = dashboard("Roles");
    String address = "/api/dashboards/uid/" + uid + "/public-dashboards";

    Refusal.expectDenied(viewer.post(address, "{}"), "dashboards.public:write");
    Refusal.expectDenied(editor.post(address, "{}"), "dashboards.public:write");
    Refusal.expectDenied(none.get(address), "dashboards:read");
    adminToken.post(address, "{\"isEnabled\": true}").expect(200);
    assertThat(viewer.get(address).expect(200).json().has("accessToken")).isFalse();
    assertThat(adminToken.get(address).expect(200).json().has("accessToken")).isTrue();
    editor.post("/dashboards", "{\"name\": \"Mine\"}").expect(201);
  }

  @Test
  void listOfPermissionsIsAllThatItsTokensMayDo() {
    String mine = dashboard("Mine");
    String other = dashboard("Other");
    TestClient token =
        tokenOf(
            """
            {"name": "Limited", "permissions": [
              {"action": "dashboards:read", "scope": "dashboards:uid:*"},
              {"action": "dashboards.public:write", "scope": "dashboards:uid:%s"}]}
            """
                .formatted(mine));

    token.post("/api/dashboards/uid/" + mine + "/public-dashboards", "{}").expect(200);
    Refusal.expectDenied(
        token.post("/api/dashboards/uid/" + other + "/public-dashboards", "{}"),
        "dashboards.public:write");
    Refusal.expect(
        token.get("/api/dashboards/uid/" + other + "/public-dashboards"),
        404,
        "notFound",
        "Dashboard not found");
    var missing = token.post("/api/dashboards/uid/missing/public-dashboards", "{}").expect(404);
    assertThat(missing.text())
        .isEqualTo("{\"title\":\"Not found\",\"message\":\"Dashboard not found\"}");
    Refusal.expectDenied(
        token.post("/api/serviceaccounts", "{\"name\": \"more\"}"), "serviceaccounts:create");
  }

  @Test
  void tokenStopsWithItsAccountAndByItself() {
    JsonNode account = post("/api/serviceaccounts", "{\"name\": \"Stops\"}", 201);
    String address = "/api/serviceaccounts/" + account.path("id").asString();
    JsonNode first = post(address + "/tokens", "{\"name\": \"first\"}", 200);
    JsonNode second = post(address + "/tokens", "{\"name\": \"second\"}", 200);
    TestClient one = server().as(first.path("key").asString());
    TestClient two = server().as(second.path("key").asString());
    one.get("/api/user").expect(200);

    admin().delete(address + "/tokens/" + first.path("id").asString()).expect(200);

    one.get("/api/user").expect(401);
    two.get("/api/user").expect(200);
    assertThat(admin().get(address + "/tokens").expect(200).json().size()).isEqualTo(1);
    assertThat(admin().get(address + "/tokens").text())
        .doesNotContain(second.path("key").asString());
    admin().patch(address, "{\"isDisabled\": true}").expect(200);
    two.get("/api/user").expect(401);
    admin().delete(address + "/tokens/" + first.path("id").asString()).expect(404);
    admin().post(address + "/tokens", "{\"name\": \"x\", \"secondsToLive\": -1}").expect(400);
    admin()
        .post(address + "/tokens", "{\"name\": \"x\", \"secondsToLive\": 9223372036854775807}")
        .expect(400);
  }

  @Test
  void deletingTheAccountKeepsWhatItMade() {
    JsonNode account =
        post("/api/serviceaccounts", "{\"name\": \"Gone\", \"role\": \"Editor\"}", 201);
    String address = "/api/serviceaccounts/" + account.path("id").asString();
    TestClient token =
        server().as(post(address + "/tokens", "{\"name\": \"t\"}", 200).path("key").asString());
    JsonNode dashboard = token.post("/dashboards", "{\"name\": \"Kept\"}").expect(201).json();
    String share = "/api/dashboards/uid/" + dashboard.path("uid").asString() + "/public-dashboards";
    token.post(share, "{\"isEnabled\": true}").expect(200);

    admin().delete(address).expect(200);

    token.get("/api/user").expect(401);
    admin().get("/dashboards/" + dashboard.path("id").asString()).expect(200);
    admin().get(share).expect(200);
  }

  private static TestClient tokenOf(String account) {
    String id = post("/api/serviceaccounts", account, 201).path("id").asString();
    return server()
        .as(
            post("/api/serviceaccounts/" + id + "/tokens", "{\"name\": \"t\"}", 200)
                .path("key")
                .asString());
  }

  private static TestClient admin() {
    return server().admin();
  }

  private static JsonNode post(String path, String json, int status) {
    return admin().post(path, json).expect(status).json();
  }
}
