package com.streamdata.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestServer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All links of the server, their pictures, addresses and frames, over HTTP. */
class ShareRoomApiTest {
  private static final String VIEW = "{\"access\": \"view\"}";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listOfAllNamesDashboardsAndComesInPages() {
    share(dashboard("First"), VIEW);
    share(dashboard("Second"), "{\"access\": \"edit\"}");

    JsonNode all = server.admin().get("/shares").expect(200).json().path("shares");
    JsonNode page = server.admin().get("/shares?page=2&perpage=1").expect(200).json();

    assertThat(all.valueStream().map(share -> share.path("dashboard").path("name").asString()))
        .containsExactly("Second", "First");
    assertThat(all.get(0).path("target").path("title").asString()).isEqualTo("Second");
    assertThat(page.path("shares").get(0)).isEqualTo(all.get(1));
  }

  @Test
  void whoMayShareOneDashboardSeesTheLinksOfThatOneOnly() {
    share(dashboard("Another's"), VIEW);
    String own = dashboard("Own");
    share(own, VIEW);
    String uid = server.admin().get("/dashboards/" + own).json().path("uid").asString();
    String key =
        server
            .admin()
            .post(
                "/keys",
                """
                {"name": "sharer", "permissions": [
                  {"action": "dashboards.public:write", "scope": "dashboards:uid:%s"}]}
                """
                    .formatted(uid))
            .expect(201)
            .json()
            .path("key")
            .asString();

    JsonNode shares = server.as(key).get("/shares").expect(200).json().path("shares");

    assertThat(shares.valueStream().map(share -> share.path("dashboard").path("name").asString()))
        .containsExactly("Own");
  }

  @Test
  void rotatedLinkHasAnotherAddressAndTheOldOneStopsAtOnce() {
    String link = share(dashboard("Moved"), VIEW);
    server.anonymous().get(link + "/dashboard").expect(200);

    JsonNode rotated =
        server.admin().post("/shares/" + newest().path("id").asString() + "/rotate", "").json();

    server.anonymous().get(link + "/dashboard").expect(404);
    String moved = rotated.path("share_link").asString();
    assertThat(moved).isNotEqualTo(link);
    server.anonymous().get(moved + "/dashboard").expect(200);
  }

  @Test
  void pausedLinkStaysPausedWhateverElseIsChangedMeanwhile() {
    share(dashboard("Paused"), VIEW);
    String path = "/shares/" + newest().path("id").asString();
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        String password = "{\"password\": \"number " + i + "\"}";
        others.submit(() -> server.admin().patch(path, password).expect(200));
      }

      server.admin().patch(path, "{\"enabled\": false}").expect(200);
    }

    assertThat(newest().path("enabled").asBoolean()).isFalse();
    assertThat(newest().path("has_password").asBoolean()).isTrue();
  }

  @Test
  void codeIsAPictureThatNobodyKeeps() {
    share(dashboard("Pictured"), VIEW);

    var picture =
        server.admin().get("/shares/" + newest().path("id").asString() + "/qr.svg").expect(200);

    assertThat(picture.header("Content-Type")).hasValue("image/svg+xml");
    assertThat(picture.header("Cache-Control")).hasValue("no-store");
    assertThat(picture.text()).startsWith("<svg xmlns").contains("h1v1h-1z");
  }

  @Test
  void pageIsShownInFramesOnlyWhereTheLinkSaysSoAndAsLongAsItIsOpen() {
    String link = share(dashboard("Framed"), VIEW);
    String id = newest().path("id").asString();
    assertThat(framesOf(link)).endsWith("frame-ancestors 'none'");

    server.admin().patch("/shares/" + id, "{\"embed\": true}").expect(200);
    assertThat(framesOf(link)).endsWith("frame-ancestors *");
    server.admin().patch("/shares/" + id, "{\"password\": \"open sesame\"}").expect(200);

    assertThat(framesOf(link)).endsWith("frame-ancestors 'none'");
  }

  @Test
  void linkThatEditsOrAsksForAPasswordCannotBeEmbedded() {
    String dashboard = dashboard("Kept");
    for (String body :
        List.of(
            "{\"access\": \"edit\"}", "{\"access\": \"view\", \"password\": \"open sesame\"}")) {
      share(dashboard, body);

      var answer =
          server
              .admin()
              .patch("/shares/" + newest().path("id").asString(), "{\"embed\": true}")
              .expect(400);

      assertThat(answer.wrongFields()).containsExactly("embed");
    }
  }

  private String framesOf(String link) {
    return server.anonymous().get(link).expect(200).header("Content-Security-Policy").orElseThrow();
  }

  private JsonNode newest() {
    return server.admin().get("/shares").expect(200).json().path("shares").get(0);
  }

  private String dashboard(String name) {
    return server
        .admin()
        .post("/dashboards", "{\"name\": \"" + name + "\"}")
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private String share(String dashboard, String body) {
    return server
        .admin()
        .post("/dashboards/" + dashboard + "/share", body)
        .expect(200)
        .json()
        .path("share_link")
        .asString();
  }
}
