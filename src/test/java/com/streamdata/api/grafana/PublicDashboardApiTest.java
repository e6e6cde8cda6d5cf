package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.ApiContract;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Creating, changing, reading and deleting a public dashboard (observed behaviour, 1.2 to 1.5). */
class PublicDashboardApiTest extends ApiContract {
  private static final String UNKNOWN = "no-such-dashboard";

  @Test
  void createdOneHasExactlyTheDocumentedMembers() {
    String dashboard = dashboard("Plant A");
    String token = token();
    String uid = UUID.randomUUID().toString();

    TestAnswer created =
        admin()
            .post(
                of(dashboard) + "/",
                """
                {"uid": "%s", "accessToken": "%s", "timeSelectionEnabled": true, "isEnabled": true,
                 "annotationsEnabled": true, "share": "public", "unknown": [1]}
                """
                    .formatted(uid, token))
            .expect(200);

    assertThat(created.header("Content-Type")).hasValue("application/json");
    JsonNode body = created.json();
    assertThat(body.propertyNames())
        .containsExactly(
            "uid",
            "dashboardUid",
            "accessToken",
            "createdBy",
            "updatedBy",
            "createdAt",
            "updatedAt",
            "timeSelectionEnabled",
            "isEnabled",
            "annotationsEnabled",
            "share");
    assertThat(body.path("uid").asString()).isEqualTo(uid);
    assertThat(body.path("dashboardUid").asString()).isEqualTo(dashboard);
    assertThat(body.path("accessToken").asString()).isEqualTo(token);
    assertThat(body.path("createdBy").isIntegralNumber()).isTrue();
    assertThat(body.path("createdAt").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(body.path("isEnabled").asBoolean()).isTrue();
    assertThat(admin().get(of(dashboard)).expect(200).text()).isEqualTo(created.text());
    assertThat(admin().get(of(dashboard) + "/").expect(200).text()).isEqualTo(created.text());
  }

  @Test
  void emptyBodyMakesPausedOneWithGeneratedNames() {
    String dashboard = dashboard("Quiet");

    JsonNode body =
        admin()
            .post(of(dashboard), "application/json; charset=utf-8", new byte[0])
            .expect(200)
            .json();

    assertThat(body.path("uid").asString()).matches("[a-f][a-z0-9]{13}");
    assertThat(body.path("accessToken").asString()).matches("[0-9a-f]{32}");
    assertThat(body.path("isEnabled").asBoolean(true)).isFalse();
    assertThat(body.path("timeSelectionEnabled").asBoolean(true)).isFalse();
    assertThat(body.path("annotationsEnabled").asBoolean(true)).isFalse();
    assertThat(body.path("share").asString()).isEqualTo("public");
  }

  @Test
  void nullsCountAsNotGivenAndNamesAreFoundInAnyCase() {
    String dashboard = dashboard("Cases");
    String token = token();

    JsonNode body =
        admin()
            .post(
                of(dashboard),
                """
                {"UID": null, "AccessToken": "%s", "isenabled": true, "share": null,
                 "timeSelectionEnabled": null}
                """
                    .formatted(token))
            .expect(200)
            .json();

    assertThat(body.path("accessToken").asString()).isEqualTo(token);
    assertThat(body.path("isEnabled").asBoolean()).isTrue();
    assertThat(body.path("timeSelectionEnabled").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"x\"",
        "{\"isEnabled\": \"true\"}",
        "{\"isEnabled\": 1}",
        "{\"uid\": 7}",
        "{\"share\": true}",
        "{\"accessToken\": {}}"
      })
  void bodyOfAnotherShapeIsBadRequest(String body) {
    String dashboard = dashboard("Bodies");

    TestAnswer answer = admin().post(of(dashboard), body);

    Refusal.expect(answer, 400, "badRequest", "BadRequest");
  }

  @Test
  void bodyThatIsNotCalledJsonIsBadRequest() {
    String dashboard = dashboard("Types");

    Refusal.expect(
        admin().post(of(dashboard), "text/plain", "{}".getBytes()),
        400,
        "badRequest",
        "BadRequest");
    Refusal.expect(admin().post(of(dashboard)), 400, "badRequest", "BadRequest");
  }

  @Test
  void onlyTheFirstValueOfBodyIsRead() {
    admin().post(of(dashboard("Trailing")), "{\"isEnabled\": true} and more").expect(200);
  }

  @Test
  void bodyOverOneMebibyteIsRefused() {
    String body = "{\"uid\": \"" + "x".repeat(1024 * 1024) + "\"}";

    admin().post(of(dashboard("Large")), body).expect(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", ".", "inv@lid", "%20", "a.b", "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde"})
  void dashboardUidOfAnotherFormIsRefused(String encoded) {
    String uid = encoded.equals("*") ? "%2A" : encoded.replace("@", "%40");

    Refusal.expect(admin().post(of(uid), "{}"), 400, "invalidUid", "Invalid Uid");
    Refusal.expect(admin().patch(of(uid) + "/abc", "{}"), 400, "invalidUid", "Invalid Uid");
    Refusal.expect(admin().delete(of(uid) + "/abc"), 400, "invalidUid", "Invalid Uid");
    if (!uid.equals(".")) {
      Refusal.expect(
          admin().get(of(uid)), 400, "identifierNotSet", "No Uid for dashboard specified");
    }
  }

  @Test
  void uidOfAnotherFormIsRefusedBeforeTheDashboardIsLookedFor() {
    Refusal.expect(admin().post(of(UNKNOWN), "{\"uid\": \"*\"}"), 400, "invalidUid", "Invalid Uid");
    Refusal.expect(
        admin().post(of(UNKNOWN), "{\"uid\": \"" + "a".repeat(41) + "\"}"),
        400,
        "invalidUid",
        "Invalid Uid");
    Refusal.expect(
        admin().delete(of(UNKNOWN) + "/inv%40lid-publicd%40shboard-uid!"),
        400,
        "invalidUid",
        "Invalid Uid");
    Refusal.expect(admin().patch(of(UNKNOWN) + "/.", "not json"), 400, "invalidUid", "Invalid Uid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123abc",
        "0123456789012345678901234567890123456789",
        "0f8fad5b-d9cb-469f-a165-70867728950",
        "1-1-1-1-1",
        "zf8fad5bd9cb469fa16570867728950e",
        "0f8fad5bd9cb469fa16570867728950e "
      })
  void tokenThatIsNoUuidIsRefused(String token) {
    Refusal.expect(
        admin().post(of(UNKNOWN), "{\"AccessToken\": \"" + token + "\"}"),
        400,
        "invalidAccessToken",
        "Invalid access token");
  }

  @Test
  void tokenInAnyFormOfUuidIsKeptAsWritten() {
    String uuid = UUID.randomUUID().toString();
    String dashboard = dashboard("Hyphens");

    JsonNode body =
        admin()
            .post(of(dashboard), "{\"isEnabled\": true, \"accessToken\": \"" + uuid + "\"}")
            .expect(200)
            .json();

    assertThat(body.path("accessToken").asString()).isEqualTo(uuid);
    server().anonymous().get(page(uuid)).expect(200);
    server().anonymous().get(page(uuid.replace("-", ""))).expect(404);
    server().anonymous().get(page(uuid.toUpperCase(Locale.ROOT))).expect(404);
  }

  @Test
  void unknownShareTypeIsRefusedBeforeTheDashboardIsLookedFor() {
    String wrong = "{\"share\": \"invalid\"}";

    Refusal.expect(admin().post(of(UNKNOWN), wrong), 400, "invalidShareType", "Invalid share type");
    Refusal.expect(
        admin().patch(of(UNKNOWN) + "/abc", wrong), 400, "invalidShareType", "Invalid share type");
  }

  @Test
  void missingDashboardIsToldByItsMessageId() {
    Refusal.expect(
        admin().post(of(UNKNOWN), "{}"), 404, "dashboardNotFound", "Dashboard not found");
    Refusal.expect(
        admin().patch(of(UNKNOWN) + "/abc", "{}"), 404, "dashboardNotFound", "Dashboard not found");
    Refusal.expect(admin().get(of(UNKNOWN)), 404, "notFound", "Dashboard not found");
    Refusal.expect(admin().delete(of(UNKNOWN) + "/abc"), 404, "notFound", "Dashboard not found");
  }

  @Test
  void secondOneOfDashboardIsRefusedPausedOrNot() {
    String dashboard = dashboard("Twice");
    admin().post(of(dashboard), "{}").expect(200);

    Refusal.expect(
        admin().post(of(dashboard), "{\"share\": \"email\"}"),
        400,
        "dashboardIsPublic",
        "Dashboard is already public");
  }

  @Test
  void uidAndTokenAreUniqueOnTheServer() {
    JsonNode first = admin().post(of(dashboard("First")), "{}").expect(200).json();
    String second = dashboard("Second");

    Refusal.expect(
        admin().post(of(second), "{\"uid\": \"" + first.path("uid").asString() + "\"}"),
        400,
        "uidExists",
        "Dashboard Uid already exists");
    Refusal.expect(
        admin()
            .post(
                of(second), "{\"accessToken\": \"" + first.path("accessToken").asString() + "\"}"),
        400,
        "accessTokenExists",
        "Dashboard Access Token already exists");
  }

  @Test
  void ofFiftyAtOnceOneIsMade() throws Exception {
    String dashboard = dashboard("Race");
    Callable<TestAnswer> create = () -> admin().post(of(dashboard), "{}");

    List<TestAnswer> answers = atOnce(create);

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer ->
            Refusal.expect(answer, 400, "dashboardIsPublic", "Dashboard is already public"));
  }

  private static List<TestAnswer> atOnce(Callable<TestAnswer> call)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TestAnswer>> asked =
          threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> call).toList());
      return asked.stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void changeKeepsWhatItDoesNotName() {
    String dashboard = dashboard("Patch");
    JsonNode made =
        admin()
            .post(
                of(dashboard),
                "{\"isEnabled\": true, \"timeSelectionEnabled\": true, \"share\": \"email\"}")
            .expect(200)
            .json();
    server().clock().advance(java.time.Duration.ofSeconds(5));

    JsonNode changed =
        admin()
            .patch(
                of(dashboard) + "/" + made.path("uid").asString(),
                """
                {"uid": "*", "accessToken": "nonsense", "annotationsEnabled": true, "isEnabled": null}
                """)
            .expect(200)
            .json();

    assertThat(changed.path("uid")).isEqualTo(made.path("uid"));
    assertThat(changed.path("accessToken")).isEqualTo(made.path("accessToken"));
    assertThat(changed.path("createdAt")).isEqualTo(made.path("createdAt"));
    assertThat(changed.path("updatedAt")).isNotEqualTo(made.path("updatedAt"));
    assertThat(changed.path("isEnabled").asBoolean()).isTrue();
    assertThat(changed.path("timeSelectionEnabled").asBoolean()).isTrue();
    assertThat(changed.path("annotationsEnabled").asBoolean()).isTrue();
    assertThat(changed.path("share").asString()).isEqualTo("email");
  }

  @Test
  void malformedChangeIsBadRequest() {
    String dashboard = dashboard("Malformed");
    String uid = admin().post(of(dashboard), "{}").expect(200).json().path("uid").asString();

    Refusal.expect(admin().patch(of(dashboard) + "/" + uid, "{"), 400, "badRequest", "BadRequest");
  }

  @Test
  void oneOfAnotherDashboardIsInvalidNotMissing() {
    String mine = dashboard("Mine");
    String other = dashboard("Other");
    String uid = admin().post(of(other), "{}").expect(200).json().path("uid").asString();

    Refusal.expect(admin().patch(of(mine) + "/" + uid, "{}"), 400, "invalidUid", "Invalid Uid");
    Refusal.expect(admin().delete(of(mine) + "/" + uid), 400, "invalidUid", "Invalid Uid");
    Refusal.expect(
        admin().patch(of(mine) + "/nothing", "{}"), 404, "notFound", "Dashboard not found");
    admin().get(of(other)).expect(200);
  }

  @Test
  void deletedOneIsGoneAndCanBeMadeAgain() {
    String dashboard = dashboard("Gone");
    JsonNode made = admin().post(of(dashboard), "{\"isEnabled\": true}").expect(200).json();
    String address = of(dashboard) + "/" + made.path("uid").asString();
    String view = page(made.path("accessToken").asString());
    server().anonymous().get(view).expect(200);

    TestAnswer deleted = admin().delete(address + "/").expect(200);

    assertThat(deleted.bytes()).isEmpty();
    Refusal.expect(admin().delete(address), 404, "notFound", "Dashboard not found");
    server().anonymous().get(view).expect(404);
    admin().post(of(dashboard), "{}").expect(200);
  }

  @Test
  void deletingTheDashboardDeletesItsPublicOne() {
    String id =
        admin()
            .post("/dashboards", "{\"name\": \"Whole\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    String dashboard = admin().get("/dashboards/" + id).expect(200).json().path("uid").asString();
    JsonNode made = admin().post(of(dashboard), "{\"isEnabled\": true}").expect(200).json();

    admin().delete("/dashboards/" + id).expect(204);

    server().anonymous().get(page(made.path("accessToken").asString())).expect(404);
    Refusal.expect(
        admin().delete(of(dashboard) + "/" + made.path("uid").asString()),
        404,
        "notFound",
        "Dashboard not found");
  }

  private static TestClient admin() {
    return server().admin();
  }

  private static String of(String dashboardUid) {
    return "/api/dashboards/uid/" + dashboardUid + "/public-dashboards";
  }

  /** What the page of a public dashboard asks for. */
  private static String page(String token) {
    return "/share/" + token + "/dashboard";
  }

  private static String token() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
