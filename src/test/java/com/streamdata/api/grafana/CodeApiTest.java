package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestClient;
import com.streamdata.testing.TestServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Public dashboards for specific people: by a code sent to invited addresses only. */
class CodeApiTest {
  private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");
  private static final String ANN = "ann@example.org";

  private GreenMail mailServer;
  private TestServer server;
  private String admin = "";
  private String recipientUid = "";
  private String token = "";

  @BeforeEach
  void invite() {
    mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mailServer.start();
    server =
        TestServer.start(
            Map.of("STREAMDATA_SMTP_URL", "smtp://127.0.0.1:" + mailServer.getSmtp().getPort()));
    String uid =
        post("/dashboards", "{\"name\": \"Board meeting\"}")
            .expect(201)
            .json()
            .path("uid")
            .asString();
    admin = "/api/dashboards/uid/" + uid + "/public-dashboards";
    JsonNode made = post(admin, "{\"isEnabled\": true, \"share\": \"email\"}").expect(200).json();
    token = made.path("accessToken").asString();
    admin += "/" + made.path("uid").asString();
    recipientUid =
        post(admin + "/recipients", "{\"recipient\": \"" + ANN + "\"}")
            .expect(200)
            .json()
            .path("uid")
            .asString();
    awaitMails(1);
  }

  @AfterEach
  void stop() {
    server.close();
    mailServer.stop();
  }

  @Test
  void invitedPersonIsToldAndStandsInTheObject() throws Exception {
    assertThat(text(mails().getFirst()))
        .contains("/public-dashboards/" + token, "Board meeting", "this e-mail address only");

    JsonNode object = server.admin().get(admin.substring(0, admin.lastIndexOf('/'))).json();

    assertThat(object.at("/recipients/0/recipient").asString()).isEqualTo(ANN);
    assertThat(object.at("/recipients/0/uid").asString()).isEqualTo(recipientUid);
    post(admin + "/recipients", "{\"recipient\": \"ANN@example.org\"}").expect(200);
    Refusal.expect(
        post(admin + "/recipients", "{\"recipient\": \"nonsense\"}"),
        400,
        "invalidRecipient",
        "Invalid recipient");
    assertThat(
            server
                .admin()
                .get(admin.substring(0, admin.lastIndexOf('/')))
                .json()
                .at("/recipients")
                .size())
        .isEqualTo(1);
  }

  @Test
  void nobodyGetsInWithoutCode() {
    for (String path :
        List.of(
            "/api/public/dashboards/" + token,
            "/api/public/dashboards/" + token + "/annotations")) {
      Refusal.expect(
          server.anonymous().get(path),
          401,
          "codeRequired",
          "Ask for a code with an invited e-mail address");
    }
    server.anonymous().get("/share/" + token + "/dashboard").expectProblem(401, "share.needs-code");
    assertThat(server.anonymous().get("/public-dashboards/" + token).expect(200).text())
        .doesNotContain("Board meeting");
  }

  @Test
  void codeLetsInOnceAndTheSessionLastsThirtyDays() {
    String code = askForCode(ANN);

    TestAnswer entered = enter("Ann@Example.org", code).expect(204);

    TestClient visitor = withCookiesOf(entered);
    visitor.get("/api/public/dashboards/" + token).expect(200);
    TestAnswer shown = visitor.get("/share/" + token + "/dashboard").expect(200);
    assertThat(shown.header("Cache-Control")).hasValue("private, no-store");
    expectWrong(enter(ANN, code));
    server.clock().advance(Duration.ofDays(29));
    visitor.get("/share/" + token + "/dashboard").expect(200);
    server.clock().advance(Duration.ofDays(2));
    visitor.get("/share/" + token + "/dashboard").expectProblem(401, "share.needs-code");
  }

  @Test
  void cookieIsForThisShareAndNotForScripts() {
    TestAnswer entered = enter(ANN, askForCode(ANN)).expect(204);

    List<String> cookies = entered.headers("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(cookies)
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        .anyMatch(cookie -> cookie.contains("Path=/share/" + token))
        .anyMatch(cookie -> cookie.contains("Path=/api/public/dashboards/" + token));
    String forged = cookies.getFirst().split(";")[0].replaceFirst("\\.\\d+\\.", ".99999999999999.");
    server
        .anonymous()
        .with("Cookie", forged)
        .get("/share/" + token + "/dashboard")
        .expectProblem(401, "share.needs-code");
  }

  @Test
  void anyAddressGetsTheSameAnswerAndOnlyInvitedOnesMail() {
    TestAnswer invited = request(ANN).expect(202);
    TestAnswer stranger = request("stranger@example.org").expect(202);
    TestAnswer nonsense = request("' OR 1=1 --").expect(202);

    assertThat(stranger.text()).isEqualTo(invited.text());
    assertThat(nonsense.text()).isEqualTo(invited.text());
    awaitMails(2);
    assertThat(mails()).allMatch(mail -> to(mail).equals(ANN));
    expectWrong(enter("stranger@example.org", "12345678"));
  }

  @Test
  void codeIsSentAtMostOnceAMinuteAndTheNewestCounts() {
    String first = askForCode(ANN);

    request(ANN).expect(202);
    server.clock().advance(Duration.ofSeconds(61));
    String second = askForCode(ANN);

    assertThat(mails()).hasSize(3);
    expectWrong(enter(ANN, first));
    enter(ANN, second).expect(204);
  }

  @Test
  void codeWorksForAnHour() {
    String code = askForCode(ANN);

    server.clock().advance(Duration.ofMinutes(61));

    expectWrong(enter(ANN, code));
  }

  @Test
  void afterTenWrongCodesTheRightOneIsRefusedToo() {
    String code = askForCode(ANN);
    for (int i = 0; i < 10; i++) {
      expectWrong(enter(ANN, "0000000" + i));
    }

    Refusal.expect(enter(ANN, code), 429, "tooManyTries", "Too many wrong codes");
    server.clock().advance(Duration.ofMinutes(16));
    expectWrong(enter(ANN, code));
  }

  @Test
  void ofManyAtOnceOneSpendsTheCode() throws Exception {
    String code = askForCode(ANN);
    Callable<Integer> enter = () -> enter(ANN, code).status();

    List<Integer> statuses;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      statuses =
          threads.invokeAll(Stream.generate(() -> enter).limit(8).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
    }

    assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
  }

  @Test
  void removedPersonIsOutAtOnce() {
    TestClient visitor = withCookiesOf(enter(ANN, askForCode(ANN)).expect(204));
    visitor.get("/share/" + token + "/dashboard").expect(200);

    TestAnswer removed = server.admin().delete(admin + "/recipients/" + recipientUid).expect(200);

    assertThat(removed.bytes()).isEmpty();
    visitor.get("/share/" + token + "/dashboard").expectProblem(401, "share.needs-code");
    Refusal.expect(
        server.admin().delete(admin + "/recipients/" + recipientUid),
        404,
        "recipientNotFound",
        "Recipient not found");
  }

  @Test
  void pausedAndPublicOnesSendNoCode() {
    server.admin().patch(admin, "{\"isEnabled\": false}").expect(200);
    request(ANN).expect(202);
    server.admin().patch(admin, "{\"isEnabled\": true, \"share\": \"public\"}").expect(200);
    request(ANN).expect(202);
    expectWrong(enter(ANN, "12345678"));
    server.anonymous().get("/api/public/dashboards/" + token).expect(200);

    server.admin().patch(admin, "{\"share\": \"email\"}").expect(200);
    askForCode(ANN);

    assertThat(mails()).hasSize(2);
  }

  @Test
  void secretsStandNowhereInTheDatabase() throws Exception {
    String code = askForCode(ANN);
    String cookie = enter(ANN, code).expect(204).headers("Set-Cookie").getFirst().split("[=;]")[1];

    try (Stream<java.nio.file.Path> files = java.nio.file.Files.list(server.dataDir())) {
      for (var file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
        String bytes =
            new String(
                java.nio.file.Files.readAllBytes(file),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(token)).as(file.toString()).isFalse();
        assertThat(bytes.contains(code)).as(file.toString()).isFalse();
        assertThat(bytes.contains(cookie)).as(file.toString()).isFalse();
      }
    }
  }

  private TestAnswer request(String email) {
    return server
        .anonymous()
        .post("/api/public/dashboards/" + token + "/code", "{\"email\": \"" + email + "\"}");
  }

  private String askForCode(String email) {
    int before = mails().size();
    request(email).expect(202);
    awaitMails(before + 1);
    Matcher code = CODE.matcher(text(mails().getLast()));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private TestAnswer enter(String email, String code) {
    return server
        .anonymous()
        .post(
            "/api/public/dashboards/" + token + "/session",
            "{\"email\": \"%s\", \"code\": \"%s\"}".formatted(email, code));
  }

  private static void expectWrong(TestAnswer answer) {
    Refusal.expect(answer, 401, "wrongCode", "The code is wrong or expired");
  }

  private TestClient withCookiesOf(TestAnswer entered) {
    String cookie = entered.headers("Set-Cookie").getFirst().split(";")[0];
    return server.anonymous().with("Cookie", cookie);
  }

  private TestAnswer post(String path, String json) {
    return server.admin().post(path, json);
  }

  private void awaitMails(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> mails().size() == count);
  }

  private List<MimeMessage> mails() {
    return Arrays.asList(mailServer.getReceivedMessages());
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
