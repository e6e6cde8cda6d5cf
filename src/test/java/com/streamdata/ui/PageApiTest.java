package com.streamdata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages and assets over HTTP. */
class PageApiTest {
  private static final Pattern PART =
      Pattern.compile("modulepreload\" href=\"../(assets/[\\w-]+\\.js)\"");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(\\.\\./)+(assets/app.js[^\"]*)\"");
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
  void rootLeadsToTheApplicationByARelativeAddress() {
    TestAnswer answer = server.anonymous().get("/").expect(302);

    assertThat(answer.header("Location")).hasValue("app/");
  }

  @Test
  void pagesMayLoadOnlyFromThisServer() {
    TestAnswer page = server.anonymous().get("/app/").expect(200);

    assertThat(page.header("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.header("X-Robots-Tag")).hasValue("noindex, nofollow");
    assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.text()).doesNotContain("http:", "https:", "=\"/");
  }

  @Test
  void deeperPagesFindTheirWayBackToTheRoot() {
    String page = server.anonymous().get("/app/dashboards/12").expect(200).text();

    assertThat(page).contains("data-base=\"../../\"", "src=\"../../assets/app.js?v=");
  }

  @Test
  void linkOpensAPageUntilItIsRevoked() {
    TestClient admin = server.admin();
    String board = admin.post("/dashboards", "{\"name\": \"Secret title\"}").id();
    String link = linkTo(admin.post("/dashboards/" + board + "/share", "{\"access\": \"view\"}"));

    String page = server.anonymous().get(link).expect(200).text();

    assertThat(page).contains("<share-page>", "data-base=\"../\"").doesNotContain("Secret");
    admin.delete("/dashboards/" + board).expect(204);
    TestAnswer revoked = server.anonymous().get(link).expect(404);
    TestAnswer unknown = server.anonymous().get("/share/" + "0".repeat(32)).expect(404);
    TestAnswer malformed = server.anonymous().get("/share/x").expect(404);
    assertThat(revoked.text())
        .contains("There is no such link")
        .isEqualTo(unknown.text())
        .isEqualTo(malformed.text());
    assertThat(revoked.header("Content-Type")).hasValue("text/html;charset=utf-8");
  }

  @Test
  void pageOfPublicDashboardsIsThereForEveryToken() {
    TestAnswer page = server.anonymous().get("/public-dashboards/" + "0".repeat(32)).expect(200);

    assertThat(page.text()).contains("<share-page>", "data-base=\"../\"");
    assertThat(page.header("Content-Security-Policy")).isPresent();
  }

  @Test
  void versionedAssetsMayBeKeptForever() {
    TestAnswer script = server.anonymous().get("/" + scriptOf("/app/")).expect(200);

    assertThat(script.header("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    assertThat(server.anonymous().get("/assets/app.js").header("Cache-Control"))
        .hasValue("no-cache");
  }

  @Test
  void partsOfTheScriptMayBeKeptForeverAndAreLoadedAtOnce() {
    Matcher parts = PART.matcher(server.anonymous().get("/app/").text());

    assertThat(parts.results().map(part -> "/" + part.group(1)).toList())
        .hasSizeGreaterThan(3)
        .allSatisfy(path ->
            assertThat(server.anonymous().get(path).expect(200).header("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable"));
    server.anonymous().get("/assets/web-application-OLDERONE.js").expect(404);
  }

  @Test
  void compressedScriptHasItsOwnTag() {
    String path = "/" + scriptOf("/app/");
    TestAnswer plain = server.anonymous().get(path).expect(200);
    TestAnswer gzip = server.anonymous().with("Accept-Encoding", "gzip, br").get(path).expect(200);

    assertThat(gzip.header("Content-Encoding")).hasValue("gzip");
    assertThat(gzip.bytes().length).isLessThan(plain.bytes().length);
    assertThat(gzip.header("ETag")).isPresent().isNotEqualTo(plain.header("ETag"));
  }

  @Test
  void knownTagIsAnsweredWithoutABody() {
    String tag = server.anonymous().get("/assets/app.css").header("ETag").orElseThrow();

    TestAnswer again = server.anonymous().with("If-None-Match", tag).get("/assets/app.css");

    assertThat(again.expect(304).bytes()).isEmpty();
  }

  @Test
  void unknownAssetIsAProblem() {
    server.anonymous().get("/assets/nothing.js").expectProblem(404, "request.not-found");
  }

  private static String linkTo(TestAnswer answer) {
    return answer.expect(200).json().path("share_link").asString();
  }

  private static String scriptOf(String page) {
    Matcher script = SCRIPT.matcher(server.anonymous().get(page).text());
    assertThat(script.find()).isTrue();
    return script.group(2);
  }
}
