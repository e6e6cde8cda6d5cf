package com.streamdata.source.rest;

import static com.streamdata.testing.TestEndpoint.answer;
import static com.streamdata.testing.TestEndpoint.gzip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.streamdata.dataset.Column;
import com.streamdata.dataset.ColumnType;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Fetched;
import com.streamdata.source.fetch.Stage;
import com.streamdata.testing.TestEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows out of what an API answers, and why there are none. */
class RestFetchTest {
  @TempDir private static Path folder;
  private static FetchedRows fetched;

  private TestEndpoint endpoint;

  @BeforeAll
  static void open() {
    fetched = new FetchedRows(folder.resolve("rows"));
  }

  @AfterAll
  static void close() {
    fetched.close();
  }

  @BeforeEach
  void start() {
    endpoint = TestEndpoint.http();
    fetched.declare();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[{\"a\": 1}, {\"a\": 2}]                              |                 | {a=1} {a=2}",
        "{\"a\": 1}\\n{\"a\": 2}                              |                 | {a=1} {a=2}",
        "{\"n\": 3, \"data\": {\"items\": [{\"a\": 1}]}}       |                 | {a=1}",
        "{\"data\": {\"items\": [{\"a\": 1}]}, \"x\": [1, 2]}  |                 | {a=1}",
        "{\"items\": []}                                       |                 |",
        "{\"a\": {\"b\": 1.5, \"c\": [1, 2]}}                  | $               | {a.b=1.5, a.c=[1,2]}",
        "{\"t\": [\"x\", \"y\"], \"v\": [1, 2]}                |                 | {t=x, v=1} {t=y, v=2}",
        "{\"hourly\": {\"t\": [\"x\"], \"v\": [1]}, \"u\": 7}  | $.hourly        | {t=x, v=1}",
        "[[1, \"x\"], [2, \"y\"]]                              |                 | {column1=1, column2=x} {column1=2, column2=y}",
        "[1, 2]                                                |                 | {value=1} {value=2}",
        "{\"a\": [{\"b\": 1}], \"c\": [{\"d\": 2}]}            | $.c[*]          | {d=2}",
        "{\"a b\": [{\"c\": 1}]}                               | $['a b']        | {c=1}",
        "{\"a\": [{\"b\": 1, \"ok\": true}, {\"b\": 2}]}       | $.a[?(@.ok)]    | {b=1, ok=true}",
        "{\"a\": {\"x\": {\"b\": 1}, \"y\": {\"b\": 2}}}       | $.a.*           | {b=1} {b=2}",
        "{\"a\": [{\"b\": [{\"c\": 1}, {\"c\": 2}]}]}          | $..b[*]         | {c=1} {c=2}",
        "{\"a\": null}                                         | $.a             |",
        "[]                                                    |                 |",
        "[{\"a\": 9007199254740993}]                           |                 | {a=9007199254740993}",
        "[{\"a\": 12345678901234567890}]                       |                 | {a=12345678901234567890}",
        "[{\"a\": 1}, {\"a\": \"n/a\"}]                        |                 | {a=1} {a=n/a}",
        "[{\"t\": \"2026-01-02T03:04:05Z\"}]                   |                 | {t=2026-01-02T03:04:05Z}",
        "[{\"d\": \"2026-01-02\", \"b\": true}]                |                 | {d=2026-01-02, b=true}"
      })
  void rowsOfJson(String body, String path, String rows) throws Exception {
    endpoint.json("/", body.replace("\\n", "\n"));
    String settings = settings("/", path == null ? "" : ", \"rows\": \"" + path + "\"");

    String found = String.join(" ", fetched.rows(settings));

    assertThat(found).isEqualTo(rows == null ? "" : rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<r><i><a>1</a></i><i><a>2</a></i></r>        |             | {a=1} {a=2}",
        "<r><n>3</n><x><i a='1' b='x'/><i a='2'/></x></r> |         | {a=1, b=x} {a=2}",
        "<r><i><a><b>1</b></a></i><i/></r>            | /r/i        | {a.b=1} {}",
        "<r><i>1</i><i>2</i></r>                      |             | {value=1} {value=2}",
        "<r><a>1</a><b>x</b></r>                      |             | {a=1, b=x}",
        "<r><i><t>x</t><t>y</t></i><i><t>z</t></i></r> | /r/i       | {t=[\"x\",\"y\"]} {t=z}",
        "<n:r xmlns:n='u'><n:i a='1'/><n:i a='2'/></n:r> | //n:i    | {a=1} {a=2}",
        "<r xmlns='u'><i a='1'/><i a='2'/></r>        | /r/i[@a=2]  | {a=2}",
        "<r><i><k>1</k></i><i><k>2</k></i></r>        | //i/k       | {value=1} {value=2}",
        "<r><i a='007'/><i a='1'/></r>                |             | {a=007} {a=1}",
        "<r><i a='true'/><i a='false'/></r>           |             | {a=true} {a=false}",
        "<r><i a='1.5'/><i a='2026-01-02'/></r>       |             | {a=1.5} {a=2026-01-02}",
        "<r><i><![CDATA[a<b]]></i><i>&amp;&#65;</i></r> |           | {value=a<b} {value=&A}",
        "<r><i a='1'>t</i><i a='2'>u</i></r>          |             | {a=1, value=t} {a=2, value=u}"
      })
  void rowsOfXml(String body, String path, String rows) throws Exception {
    endpoint.xml("/", body);
    String settings = settings("/", path == null ? "" : ", \"rows\": \"" + path + "\"");

    String found = String.join(" ", fetched.rows(settings));

    assertThat(found).isEqualTo(rows);
  }

  @Test
  void formatIsKnownByContentTypeOrByLooking() throws Exception {
    Map<String, String> text = Map.of("Content-Type", "text/plain");
    endpoint.on("/json", answer(200, text, " [{\"a\": 1}]"));
    endpoint.on("/xml", answer(200, text, "<?xml version=\"1.0\"?><r><a>1</a></r>"));
    endpoint.on("/vendor", answer(200, Map.of("Content-Type", "application/hal+json"), "[1]"));
    endpoint.on("/html", answer(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>"));

    assertThat(fetched.rows(settings("/json", ""))).hasSize(1);
    assertThat(fetched.rows(settings("/xml", ""))).hasSize(1);
    assertThat(fetched.rows(settings("/vendor", ""))).hasSize(1);
    assertThat(failure("/html", "").stage()).isEqualTo(Stage.CONTENT_TYPE);
    assertThat(failure("/html", "").answer()).contains("<html>Sign in</html>");
  }

  @Test
  void otherCharsetsAndPackedAnswersAreRead() throws Exception {
    byte[] latin = "[{\"a\": \"Zürich\"}]".getBytes(ISO_8859_1);
    byte[] xml =
        "<?xml version='1.0' encoding='iso-8859-1'?><r><a>Zürich</a></r>".getBytes(ISO_8859_1);
    endpoint.on(
        "/latin",
        answer(200, Map.of("Content-Type", "application/json; charset=ISO-8859-1"), latin));
    endpoint.on("/xml", answer(200, Map.of("Content-Type", "text/xml"), xml));
    endpoint.on(
        "/gzip",
        answer(
            200,
            Map.of("Content-Encoding", "gzip", "Content-Type", "application/json"),
            gzip("[{\"a\": \"Zürich\"}]".getBytes(UTF_8))));

    assertThat(fetched.rows(settings("/latin", ""))).containsExactly("{a=Zürich}");
    assertThat(fetched.rows(settings("/xml", ""))).containsExactly("{a=Zürich}");
    assertThat(fetched.rows(settings("/gzip", ""))).containsExactly("{a=Zürich}");
  }

  @Test
  void declaredTypesWinAndWhatDoesNotFitIsToldOf() throws Exception {
    endpoint.json("/", "[{\"id\": 7, \"n\": 1}, {\"id\": 8, \"n\": \"x\"}]");
    fetched.declare(new Column("id", ColumnType.TEXT), new Column("n", ColumnType.NUMBER));

    assertThat(fetched.rows(settings("/", ""))).containsExactly("{id=7, n=1}");

    Fetched result = fetched.again(settings("/", ""), Map.of());
    assertThat(result.remarks()).singleElement().asString().contains("1 of 2 rows", "row 2", "n ");
  }

  @Test
  void headersAndBodyAreSent() throws Exception {
    endpoint.json("/", "[]");
    String settings =
        settings(
            "/",
            ", \"method\": \"POST\", \"body\": \"{\\\"q\\\": 1}\", \"headers\":"
                + " {\"Authorization\": \"Bearer t0ken\", \"Accept\": \"application/json\"}");

    fetched.rows(settings);

    TestEndpoint.Request request = endpoint.requests().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body()).isEqualTo("{\"q\": 1}");
    assertThat(request.headers())
        .containsEntry("Authorization", "Bearer t0ken")
        .containsEntry("Accept", "application/json")
        .containsEntry("Content-Type", "application/json");
  }

  @Test
  void unchangedAnswersAreKnownByTagTimeAndContent() throws Exception {
    endpoint.on(
        "/tagged",
        (request, out) -> {
          boolean known = "\"v1\"".equals(request.headers().get("If-None-Match"));
          Map<String, String> headers =
              Map.of("ETag", "\"v1\"", "Last-Modified", "x", "Content-Type", "application/json");
          answer(known ? 304 : 200, headers, known ? "" : "[{\"a\": 1}]").write(request, out);
        });
    endpoint.json("/same", "[{\"a\": 1}]");

    Fetched first = fetched.again(settings("/tagged", ""), Map.of());
    Fetched second = fetched.again(settings("/tagged", ""), first.state());
    Fetched same = fetched.again(settings("/same", ""), Map.of());

    assertThat(first.unchanged()).isFalse();
    assertThat(second.unchanged()).isTrue();
    assertThat(second.state()).isEqualTo(first.state());
    assertThat(endpoint.requests().get(1).headers()).containsEntry("If-Modified-Since", "x");
    assertThat(fetched.again(settings("/same", ""), same.state()).unchanged()).isTrue();
    endpoint.json("/same", "[{\"a\": 2}]");
    assertThat(fetched.again(settings("/same", ""), same.state()).unchanged()).isFalse();
  }

  @Test
  void pagesAreGoneThroughByLink() throws Exception {
    endpoint.on(
        "/",
        (request, out) -> {
          int page =
              request.parameter("p").isEmpty() ? 1 : Integer.parseInt(request.parameter("p"));
          String link = "<?p=1>; rel=\"first\"" + (page < 3 ? ", </?p=%d>; rel=\"next\"" : "");
          answer(
                  200,
                  Map.of("Link", link.formatted(page + 1), "Content-Type", "application/json"),
                  "[{\"page\": %d}]".formatted(page))
              .write(request, out);
        });

    assertThat(fetched.rows(settings("/", ", \"paging\": {\"kind\": \"link\"}")))
        .containsExactly("{page=1}", "{page=2}", "{page=3}");
    assertThat(fetched.rows(settings("/", ", \"paging\": {\"kind\": \"link\", \"pages\": 2}")))
        .hasSize(2);
  }

  @Test
  void linksToOtherServersAreNotFollowed() throws Exception {
    try (TestEndpoint other = TestEndpoint.http().json("/", "[{\"a\": 2}]")) {
      endpoint.on(
          "/",
          answer(
              200,
              Map.of("Link", "<" + other.url("/") + ">; rel=next", "Content-Type", "text/json"),
              "[{\"a\": 1}]"));

      FetchFailure failure = failure("/", ", \"paging\": {\"kind\": \"link\"}");

      assertThat(failure.stage()).isEqualTo(Stage.REFUSED);
      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"page\": 3}"})
  void pagesAreGoneThroughByNumber(String afterTheLast) throws Exception {
    endpoint.json(
        "/",
        request -> {
          int page = Integer.parseInt(request.parameter("p"));
          return page < 3
              ? "[{\"page\": %d}]".formatted(page)
              : afterTheLast.replace("{\"page\": 3}", "[{\"page\": 2}]");
        });
    String paging = ", \"paging\": {\"kind\": \"page\", \"parameter\": \"p\", \"first\": 0}";

    assertThat(fetched.rows(settings("/?p=9&x=1", paging)))
        .containsExactly("{page=0}", "{page=1}", "{page=2}");
    assertThat(endpoint.requests().getFirst().target()).isEqualTo("/?x=1&p=0");
  }

  @Test
  void pagesAreGoneThroughByCursor() throws Exception {
    endpoint.json(
        "/",
        request ->
            switch (request.parameter("after")) {
              case "" -> "{\"items\": [{\"a\": 1}], \"next\": {\"cursor\": \"x&y\"}}";
              case "x%26y" -> "{\"items\": [{\"a\": 2}], \"next\": {\"cursor\": 7}}";
              default -> "{\"items\": [{\"a\": 3}], \"next\": null}";
            });
    String paging =
        ", \"paging\": {\"kind\": \"cursor\", \"parameter\": \"after\", \"path\": \"$.next.cursor\"}";

    assertThat(fetched.rows(settings("/", paging))).containsExactly("{a=1}", "{a=2}", "{a=3}");
  }

  @Test
  void endlessPagesEndAtTheLimits() throws Exception {
    endpoint.json(
        "/",
        request ->
            "{\"items\": [{\"a\": \"%s\"}], \"next\": \"%s\"}"
                .formatted("x".repeat(300_000), request.parameter("c") + "y"));
    String paging =
        ", \"paging\": {\"kind\": \"cursor\", \"parameter\": \"c\", \"path\": \"$.next\", \"pages\":"
            + " 100}";

    assertThat(failure("/", paging).stage()).isEqualTo(Stage.SIZE);
    assertThat(endpoint.requests()).hasSizeLessThan(10);
  }

  @Test
  void failuresSayWhichStageItWas() throws Exception {
    Map<String, String> json = Map.of("Content-Type", "application/json");
    endpoint.on("/401", answer(401, json, "{\"error\": \"who are you?\"}"));
    endpoint.json("/cut", "[{\"a\": 1}, {\"a\":");
    endpoint.xml("/xml", "<r><i></r>");
    endpoint.json("/other", "{\"data\": []}");
    endpoint.silent("/silent");

    assertThat(failure("/401", "").stage()).isEqualTo(Stage.STATUS);
    assertThat(failure("/401", "")).hasMessageContaining("401 Unauthorized");
    assertThat(failure("/401", "").answer()).contains("{\"error\": \"who are you?\"}");
    assertThat(failure("/cut", "").stage()).isEqualTo(Stage.PARSE);
    assertThat(failure("/cut", "")).hasMessageContaining("line 1");
    assertThat(failure("/xml", "").stage()).isEqualTo(Stage.PARSE);
    assertThat(failure("/other", ", \"rows\": \"$.items\"").stage()).isEqualTo(Stage.PATH);
    assertThat(failure("/other", ", \"rows\": \"$.items[?(@.a)].b\"").stage()).isIn(Stage.PATH);
    assertThat(failure("/silent", "").stage()).isEqualTo(Stage.TIMEOUT);
    assertThat(failure("http://10.0.0.1/", "").stage()).isEqualTo(Stage.REFUSED);
    assertThat(failure("http://nothing.invalid/", "").stage()).isEqualTo(Stage.NAME);
    assertThat(failure(endpoint.url("/").replace("http:", "https:"), "").stage())
        .isIn(Stage.TLS, Stage.TIMEOUT);
    endpoint.close();
    assertThat(failure("/cut", "").stage()).isEqualTo(Stage.CONNECTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deep-lists",
        "deep-objects",
        "long-number",
        "many-columns",
        "long-name",
        "no-name",
        "name-of-ours",
        "same-name-twice"
      })
  void strangeJsonIsReadOrRefused(String kind) throws Exception {
    endpoint.json("/", strange(kind));

    for (String path : List.of("", ", \"rows\": \"$\"", ", \"rows\": \"$..a\"")) {
      Throwable failure = catchThrowable(() -> fetched.rows(settings("/", path)));

      if (failure != null) {
        assertThat(failure).isInstanceOf(FetchFailure.class);
        assertThat(((FetchFailure) failure).stage()).isIn(Stage.PARSE, Stage.PATH);
      }
    }
  }

  private static String strange(String kind) {
    return switch (kind) {
      case "deep-lists" -> "[".repeat(100_000);
      case "deep-objects" -> "{\"a\":".repeat(100_000);
      case "long-number" -> "[{\"a\": " + "1".repeat(1_000_000) + "}]";
      case "many-columns" ->
          IntStream.range(0, 5000)
              .mapToObj(i -> "\"c" + i + "\": 1")
              .collect(Collectors.joining(", ", "[{", "}]"));
      case "long-name" -> "[{\"" + "n".repeat(300) + "\": 1}]";
      case "no-name" -> "[{\"\": 1}]";
      case "name-of-ours" -> "[{\"_row\": 1, \"rowid\": 2, \"__row__\": 3}]";
      default -> "[{\"a\": 1, \"a\": 2, \"A\": 3}]";
    };
  }

  @Test
  void secretsThatComeBackAreMasked() throws Exception {
    endpoint.on(
        "/",
        (request, out) -> {
          String said = request.target() + request.headers() + request.body();
          answer(400, Map.of("Content-Type", "text/plain"), said).write(request, out);
        });
    String settings =
        settings(
            "/?api_key=k%C3%A9y123&city=Bern",
            ", \"method\": \"POST\", \"body\":"
                + " \"{\\\"password\\\": \\\"hunter22\\\"}\", \"headers\": {\"Authorization\": \"Basic"
                + " dXNlcjpwYXNzd29yZA==\", \"X-Key\": \"s3cr\\\"et\", \"Accept\": \"a/b\"}");

    FetchFailure failure = failure(() -> fetched.rows(settings));

    assertThat(failure.answer().orElseThrow())
        .contains("city=Bern", "a/b", "***")
        .doesNotContain("k%C3%A9y123", "kéy123", "hunter22", "dXNlcjpwYXNzd29yZA", "s3cr");
  }

  private String settings(String path, String more) {
    String url = path.startsWith("http") ? path : endpoint.url(path);
    return "{\"url\": \"" + url + "\"" + more + "}";
  }

  private FetchFailure failure(String path, String more) {
    return failure(() -> fetched.rows(settings(path, more)));
  }

  private static FetchFailure failure(ThrowingCallable run) {
    return Objects.requireNonNull(catchThrowableOfType(FetchFailure.class, run));
  }
}
