package com.streamdata.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.streamdata.testing.TestAnswer;
import com.streamdata.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** File sources over HTTP. */
class FileApiTest {
  private static final Path DEMO = Path.of("src/main/resources/demo");
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Path FLIGHTS =
      Path.of(System.getProperty("streamdata.data", "../shared/data"), "flights-3m.parquet");

  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  private String id = "";

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void createSource() {
    String dashboard =
        server.admin().post("/dashboards", "{\"name\": \"D\"}").json().path("id").asString();
    id =
        server
            .admin()
            .post(
                "/dashboards/" + dashboard + "/sources",
                "{\"name\": \"Upload\", \"kind\": \"file\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
  }

  @AfterEach
  void everyUploadedFileIsGone() throws IOException {
    try (var files = Files.list(server.dataDir().resolve("tmp"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void anUploadedFileReplacesTheOneBefore() throws IOException {
    upload("text/csv", "a,b\n1,x\n2,y\n3\n").expect(200);

    JsonNode answer =
        upload("application/octet-stream", Files.readString(DEMO.resolve("seattle-weather.csv")))
            .expect(200)
            .json();

    assertThat(answer.path("row_count").asLong()).isEqualTo(1461);
    assertThat(answer.path("rejected_count").asLong()).isZero();
    assertThat(answer.path("columns").path(0).toString())
        .isEqualTo("{\"name\":\"date\",\"type\":\"date\"}");
    assertThat(server.admin().get("/sources/" + id + "/rows?limit=1").text())
        .contains("\"rows\":[{\"date\":\"2012-01-01\",\"precipitation\":0.0,");
  }

  @Test
  void aRejectedLineIsShownWithItsText() {
    StringBuilder csv = new StringBuilder("a,b\n");
    for (int i = 0; i < 25_000; i++) {
      csv.append(i).append(i == 24_000 ? "\n" : ",x\n");
    }

    JsonNode rejected = upload("text/csv", csv.toString()).expect(200).json().path("rejected");

    assertThat(rejected.size()).isEqualTo(1);
    assertThat(rejected.path(0).path("line").asLong()).isEqualTo(24_002);
    assertThat(rejected.path(0).path("text").asString()).isEqualTo("24000");
    assertThat(rejected.path(0).path("message").asString()).isNotEmpty();
  }

  @Test
  void aFormWithAFileIsReadToo() throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        """
        --line\r
        Content-Disposition: form-data; name="file"; filename="e.json"\r
        Content-Type: text/plain\r
        \r
        """
            .getBytes(StandardCharsets.UTF_8));
    form.write(Files.readAllBytes(DEMO.resolve("earthquakes.json")));
    form.write("\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8));

    JsonNode answer =
        server
            .admin()
            .post(
                "/sources/" + id + "/file",
                "multipart/form-data; boundary=line",
                form.toByteArray())
            .expect(200)
            .json();

    assertThat(answer.path("row_count").asLong()).isEqualTo(1707);
    server
        .admin()
        .post(
            "/sources/" + id + "/file",
            "multipart/form-data; boundary=line",
            "--line\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--line--\r\n"
                .getBytes(StandardCharsets.UTF_8))
        .expect(400);
  }

  @Test
  void aWorkbookIsReadWhateverItsTypeIsSaidToBe() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(file, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Sheet");
      sheet.value(0, 0, "v");
      sheet.value(1, 0, 0.5);
    }

    for (String type : List.of(EXCEL, "application/octet-stream")) {
      server.admin().post("/sources/" + id + "/file", type, file.toByteArray()).expect(200);

      assertThat(server.admin().get("/sources/" + id + "/rows").text())
          .contains("\"rows\":[{\"v\":0.5}],\"row_count\":1");
    }
    upload(EXCEL, "a\n1\n").expectProblem(400, "file.unreadable");
  }

  @Test
  void aFileThatCannotBeReadLeavesTheOldRows() {
    upload("text/csv", "a\n1\n").expect(200);

    upload("application/json", "[{\"a\": 2}, {\"a\": ]").expectProblem(400, "file.unreadable");
    upload("application/vnd.apache.parquet", "a\n2\n").expectProblem(400, "file.unreadable");
    upload("text/csv", "").expectProblem(400, "file.unreadable");
    upload("application/pdf", "%PDF").expectProblem(415, "request.unsupported-type");

    assertThat(server.admin().get("/sources/" + id + "/rows").text())
        .contains("\"rows\":[{\"a\":1}],\"row_count\":1");
  }

  @Test
  void eachKindOfSourceSaysWhatItDoesNotDo() {
    server
        .admin()
        .post("/sources/" + id + "/rows", "[{\"a\": 1}]")
        .expectProblem(409, "source.wrong-kind");
    server.admin().post("/sources/" + id + "/refresh").expectProblem(409, "source.wrong-kind");
    server.admin().post("/sources/test", "{\"name\": \"x\", \"kind\": \"push\"}").expect(200);
    server
        .admin()
        .post("/sources/test", "{\"name\": \"x\", \"kind\": \"rest\"}")
        .expectProblem(400, "request.invalid");
  }

  @Test
  void threeMillionRowsTellHowFarTheyAre() throws IOException {
    assumeTrue(Files.exists(FLIGHTS), "flights-3m.parquet is not at " + FLIGHTS);

    TestAnswer answer =
        server
            .admin()
            .post(
                "/sources/" + id + "/file",
                "application/vnd.apache.parquet",
                Files.readAllBytes(FLIGHTS));

    if (answer.status() == 202) {
      String progress = answer.header("Location").orElseThrow();
      await()
          .atMost(Duration.ofMinutes(3))
          .untilAsserted(() ->
              assertThat(server.admin().get(progress).expect(200).json().path("state").asString())
                  .isEqualTo("done"));
    } else {
      answer.expect(200);
    }
    JsonNode source = server.admin().get("/sources/" + id).json();
    assertThat(source.path("row_count").asLong()).isEqualTo(3_000_000);
    assertThat(source.path("columns").toString())
        .isEqualTo(
            "[{\"name\":\"date\",\"type\":\"timestamp\"},{\"name\":\"delay\",\"type\":\"integer\"},"
                + "{\"name\":\"distance\",\"type\":\"integer\"},{\"name\":\"origin\",\"type\":\"text\"},"
                + "{\"name\":\"destination\",\"type\":\"text\"}]");
  }

  private TestAnswer upload(String contentType, String body) {
    return server
        .admin()
        .post("/sources/" + id + "/file", contentType, body.getBytes(StandardCharsets.UTF_8));
  }
}
