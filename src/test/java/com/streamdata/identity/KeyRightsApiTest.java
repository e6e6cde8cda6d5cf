package com.streamdata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What keys may do: as much as their user, their role and their permissions all allow. */
class KeyRightsApiTest {
  private static final String SHARE = "{\"access\": \"view\"}";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void limitedKeySeesItsDashboardAndNothingElse() {
    JsonNode mine = dashboard(server.admin());
    JsonNode other = dashboard(server.admin());
    TestClient limited =
        limited("{\"action\": \"dashboards:read\", \"scope\": \"dashboards:uid:%s\"}", mine);

    JsonNode list = limited.get("/dashboards").expect(200).json().path("dashboards");
    assertThat(list.valueStream().map(KeyRightsApiTest::id)).containsExactly(id(mine));
    limited.get("/dashboards/" + id(mine)).expect(200);

    TestAnswer hidden = limited.get("/dashboards/" + id(other));
    TestAnswer missing = limited.get("/dashboards/987654321");
    hidden.expectProblem(404, "dashboard.not-found");
    assertThat(hidden.text()).isEqualTo(missing.text());
    limited.post("/dashboards/" + id(other) + "/share", SHARE).expect(404);
  }

  @Test
  void limitedKeyDoesNothingThatItDoesNotList() {
    JsonNode mine = dashboard(server.admin());
    TestClient limited =
        limited("{\"action\": \"dashboards:read\", \"scope\": \"dashboards:uid:%s\"}", mine);
    String path = "/dashboards/" + id(mine);

    limited.post(path + "/share", SHARE).expectProblem(403, "access.forbidden");
    limited.get(path + "/shares").expectProblem(403, "access.forbidden");
    limited.patch(path, "{\"name\": \"x\"}").expectProblem(403, "access.forbidden");
    limited.delete(path).expectProblem(403, "access.forbidden");
    limited
        .post(path + "/sources", "{\"name\": \"s\", \"kind\": \"push\"}")
        .expectProblem(403, "access.forbidden");
    limited.post("/dashboards", "{\"name\": \"x\"}").expectProblem(403, "access.forbidden");
    limited.get("/keys").expectProblem(403, "access.forbidden");
    limited.post("/keys", "{\"name\": \"more\"}").expectProblem(403, "access.forbidden");
  }

  @Test
  void sharingCanBeAllowedByItself() {
    JsonNode mine = dashboard(server.admin());
    TestClient limited =
        limited(
            "{\"action\": \"dashboards:read\", \"scope\": \"dashboards:*\"},"
                + " {\"action\": \"dashboards.public:write\", \"scope\": \"dashboards:uid:%s\"}",
            mine);

    limited.post("/dashboards/" + id(mine) + "/share", SHARE).expect(200);

    String other = id(dashboard(server.admin()));
    limited.post("/dashboards/" + other + "/share", SHARE).expectProblem(403, "access.forbidden");
  }

  @Test
  void permissionsGiveNothingThatTheUserHasNot() {
    String theirs = id(dashboard(server.admin()));
    Session viewer = session("viewer");
    String key =
        viewer
            .changing()
            .post(
                "/keys",
                """
                {"name": "hopeful",
                 "permissions": [{"action": "dashboards:read", "scope": "dashboards:*"},
                                 {"action": "dashboards:write", "scope": "dashboards:*"},
                                 {"action": "dashboards:create", "scope": "dashboards:*"}]}
                """)
            .expect(201)
            .json()
            .path("key")
            .asString();

    server.as(key).get("/dashboards/" + theirs).expect(200);
    server.as(key).patch("/dashboards/" + theirs, "{\"name\": \"x\"}").expect(403);
    server.as(key).post("/dashboards", "{\"name\": \"x\"}").expect(403);
  }

  @Test
  void roleOfAKeyIsAtMostItsUsers() {
    Session editor = session("editor");

    TestAnswer tooMuch = editor.changing().post("/keys", "{\"name\": \"k\", \"role\": \"admin\"}");
    tooMuch.expectProblem(400, "request.invalid");
    assertThat(tooMuch.wrongFields()).containsExactly("role");

    String viewing =
        editor
            .changing()
            .post("/keys", "{\"name\": \"k\", \"role\": \"viewer\"}")
            .expect(201)
            .json()
            .path("key")
            .asString();
    String own = id(dashboard(editor.changing()));
    server.as(viewing).get("/dashboards/" + own).expect(200);
    server.as(viewing).patch("/dashboards/" + own, "{\"name\": \"x\"}").expect(403);
    server.as(viewing).post("/dashboards", "{\"name\": \"x\"}").expect(403);
    server.as(viewing).post("/keys", "{\"name\": \"k\", \"role\": \"editor\"}").expect(400);
  }

  @Test
  void viewersReadEditorsOwnAndAdminsDoAll() {
    String admins = id(dashboard(server.admin()));
    TestClient viewer = session("viewer").changing();
    TestClient editor = session("editor").changing();
    TestClient admin = session("admin").changing();
    String editors = id(dashboard(editor));

    viewer.get("/dashboards/" + admins).expect(200);
    viewer.post("/dashboards", "{\"name\": \"x\"}").expectProblem(403, "access.forbidden");
    viewer.post("/dashboards/" + admins + "/share", SHARE).expect(403);
    editor.patch("/dashboards/" + editors, "{\"name\": \"mine\"}").expect(200);
    editor.post("/dashboards/" + editors + "/share", SHARE).expect(200);
    editor.patch("/dashboards/" + admins, "{\"name\": \"x\"}").expect(403);
    editor.post("/dashboards/" + admins + "/share", SHARE).expect(403);
    editor.delete("/dashboards/" + admins).expect(403);
    admin.patch("/dashboards/" + editors, "{\"name\": \"ours\"}").expect(200);
    admin.delete("/dashboards/" + editors).expect(204);
  }

  @Test
  void keysAreManagedByTheirOwnerAndAdminsOnly() {
    Session editor = session("editor");
    Session other = session("editor");
    String id = id(editor.changing().post("/keys", "{\"name\": \"mine\"}").expect(201).json());

    assertThat(other.reading().get("/keys").expect(200).text()).doesNotContain("\"mine\"");
    other.changing().delete("/keys/" + id).expectProblem(404, "key.not-found");
    assertThat(server.admin().get("/keys").expect(200).text()).contains("\"mine\"");
    server.admin().delete("/keys/" + id).expect(204);
    editor.changing().delete("/keys/" + id).expectProblem(404, "key.not-found");
  }

  private static Session session(String role) {
    return Session.begin(server, People.make(server, role).email(), People.PASSWORD);
  }

  private static TestClient limited(String permissions, JsonNode dashboard) {
    String body =
        "{\"name\": \"limited\", \"permissions\": ["
            + permissions.formatted(dashboard.path("uid").asString())
            + "]}";
    return server.as(server.admin().post("/keys", body).expect(201).json().path("key").asString());
  }

  private static JsonNode dashboard(TestClient client) {
    return client.post("/dashboards", "{\"name\": \"Some\"}").expect(201).json();
  }

  private static String id(JsonNode node) {
    return node.path("id").asString();
  }
}
