package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Folders, and finding what is in them (observed behaviour, 5.2 and 5.3). */
class FolderApiTest extends ApiContract {
  private static TestClient admin() {
    return server().admin();
  }

  private static String folder(String title) {
    return admin()
        .post("/api/folders", "{\"title\": \"" + title + "\"}")
        .expect(200)
        .json()
        .path("uid")
        .asString();
  }

  private static String inFolder(String title, String folder) {
    return admin()
        .post(
            "/api/dashboards/db",
            "{\"dashboard\": {\"title\": \"%s\", \"tags\": [\"prod\", \"%s\"]}, \"folderUid\": \"%s\"}"
                .formatted(title, title, folder))
        .expect(200)
        .json()
        .path("uid")
        .asString();
  }

  private static List<String> search(String query) {
    return admin()
        .get("/api/search?" + query)
        .expect(200)
        .json()
        .valueStream()
        .map(hit -> hit.path("title").asString())
        .toList();
  }

  /** A key of somebody new with this role. */
  private static TestClient somebody(String role) {
    String email = UUID.randomUUID() + "@email.com";
    admin()
        .post(
            "/users",
            "{\"email\": \"%s\", \"name\": \"n\", \"role\": \"%s\", \"password\": \"long enough\"}"
                .formatted(email, role))
        .expect(201);
    String basic =
        java.util.Base64.getEncoder()
            .encodeToString(
                (email + ":long enough").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return server().anonymous().with("Authorization", "Basic " + basic);
  }

  @Test
  void folderIsMadeReadRenamedAndDeleted() {
    JsonNode made =
        admin()
            .post("/api/folders", "{\"uid\": \"plants\", \"title\": \"Plant A\"}")
            .expect(200)
            .json();

    assertThat(made.path("uid").asString()).isEqualTo("plants");
    assertThat(made.path("url").asString()).isEqualTo("/dashboards/f/plants/plant-a");
    assertThat(made.path("version").asLong()).isEqualTo(1);
    assertThat(admin().get("/api/folders/plants").expect(200).text()).isEqualTo(made.toString());
    JsonNode renamed =
        admin()
            .put("/api/folders/plants", "{\"title\": \"Works\", \"version\": 1}")
            .expect(200)
            .json();
    assertThat(renamed.path("title").asString()).isEqualTo("Works");
    assertThat(
            admin()
                .put("/api/folders/plants", "{\"title\": \"x\", \"version\": 1}")
                .expect(412)
                .json()
                .path("status")
                .asString())
        .isEqualTo("version-mismatch");
    admin().put("/api/folders/plants", "{\"title\": \"y\", \"overwrite\": true}").expect(200);
    assertThat(admin().delete("/api/folders/plants").expect(200).json().path("title").asString())
        .isEqualTo("y");
    assertThat(admin().get("/api/folders/plants").expect(404).text())
        .isEqualTo("{\"message\":\"folder not found\",\"status\":\"not-found\"}");
  }

  @Test
  void wrongFoldersAreRefused() {
    String taken = folder("One");

    admin().post("/api/folders", "{\"uid\": \"" + taken + "\", \"title\": \"x\"}").expect(409);
    admin().post("/api/folders", "{\"title\": \" \"}").expect(400);
    admin().post("/api/folders", "{\"title\": 7}").expect(400);
    admin().post("/api/folders", "{\"uid\": \"a b\", \"title\": \"x\"}").expect(400);
    admin()
        .post("/api/folders", "{\"title\": \"x\", \"parentUid\": \"" + taken + "\"}")
        .expect(400);
    Refusal.expectDenied(
        somebody("viewer").post("/api/folders", "{\"title\": \"x\"}"), "folders:create");
    server().anonymous().get("/api/folders").expect(401);
  }

  @Test
  void dashboardKnowsItsFolder() {
    String folder = folder("Drawer");
    String uid = inFolder("Inside", folder);

    JsonNode meta = admin().get("/api/dashboards/uid/" + uid).expect(200).json().path("meta");

    assertThat(meta.path("folderUid").asString()).isEqualTo(folder);
    assertThat(meta.path("folderTitle").asString()).isEqualTo("Drawer");
    assertThat(meta.path("folderUrl").asString()).isEqualTo("/dashboards/f/" + folder + "/drawer");
    assertThat(meta.path("folderId").asLong()).isPositive();
  }

  @Test
  void deletedFolderTakesItsDashboardsAlong() {
    String folder = folder("Full");
    String uid = inFolder("Inside", folder);
    String link =
        admin()
            .post("/api/dashboards/uid/" + uid + "/public-dashboards", "{\"isEnabled\": true}")
            .expect(200)
            .json()
            .path("accessToken")
            .asString();

    admin().delete("/api/folders/" + folder).expect(200);

    admin().get("/api/dashboards/uid/" + uid).expect(404);
    server().anonymous().get("/share/" + link + "/dashboard").expect(404);
  }

  @Test
  void folderWithAForeignDashboardIsNotDeletedByItsMaker() {
    TestClient editor = somebody("editor");
    String folder =
        editor
            .post("/api/folders", "{\"title\": \"Shared\"}")
            .expect(200)
            .json()
            .path("uid")
            .asString();
    String uid = inFolder("Foreign", folder);

    TestAnswer refused = editor.delete("/api/folders/" + folder);

    Refusal.expectDenied(refused, "dashboards:delete");
    admin().get("/api/dashboards/uid/" + uid).expect(200);
    somebody("editor").delete("/api/folders/" + folder).expect(403);
  }

  @Test
  void searchFindsByEverythingItKnows() {
    String folder = folder("Zoo");
    String lion = inFolder("Lion", folder);
    inFolder("Zebra", "");

    assertThat(search("query=LIO")).containsExactly("Lion");
    assertThat(search("type=dash-folder&query=zoo")).containsExactly("Zoo");
    assertThat(search("folderUIDs=" + folder)).containsExactly("Lion");
    assertThat(search("folderUIDs=general&query=zebra")).containsExactly("Zebra");
    assertThat(search("dashboardUIDs=" + lion)).containsExactly("Lion");
    assertThat(search("tag=prod&tag=Lion")).containsExactly("Lion");
    assertThat(search("type=dash-db&sort=alpha-desc&tag=prod&query=zebra"))
        .containsExactly("Zebra");
    assertThat(search("starred=true")).isEmpty();
    assertThat(search("type=dash-db&limit=1&page=2&tag=prod")).hasSize(1);
    assertThat(search("limit=x&page=-1&query=lion")).containsExactly("Lion");
  }

  @Test
  void hitHasWhatClientsRead() {
    String folder = folder("Hits");
    String uid = inFolder("Readable", folder);

    JsonNode hit = admin().get("/api/search?query=Readable").expect(200).json().path(0);

    assertThat(hit.path("uid").asString()).isEqualTo(uid);
    assertThat(hit.path("type").asString()).isEqualTo("dash-db");
    assertThat(hit.path("uri").asString()).isEqualTo("db/readable");
    assertThat(hit.path("url").asString()).isEqualTo("/d/" + uid + "/readable");
    assertThat(hit.path("folderUid").asString()).isEqualTo(folder);
    assertThat(hit.path("tags").toString()).isEqualTo("[\"prod\",\"Readable\"]");
    assertThat(hit.path("id").isIntegralNumber()).isTrue();
  }

  @Test
  void limitedKeyFindsOnlyWhatItMayRead() {
    String folder = folder("Secret drawer");
    String open = inFolder("Open one", folder);
    inFolder("Closed one", folder("Other drawer"));
    String key =
        admin()
            .post(
                "/keys",
                "{\"name\": \"k\", \"permissions\": [{\"action\": \"dashboards:read\", \"scope\": \"dashboards:uid:"
                    + open
                    + "\"}]}")
            .expect(201)
            .json()
            .path("key")
            .asString();

    JsonNode hits = server().as(key).get("/api/search").expect(200).json();

    assertThat(hits.valueStream().map(hit -> hit.path("title").asString()))
        .containsExactly("Secret drawer", "Open one");
  }
}
