package com.streamdata.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorDetail;
import com.streamdata.source.fetch.Taking;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a REST source can be told, and what it tells again. */
class RestSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                         | url",
        "{'url': 'ftp://a.example/'}                                | url",
        "{'url': 'http://user:pass@a.example/'}                     | url",
        "{'url': 'http://127.1/'}                                   | url",
        "{'url': 'U', 'method': 'PUT'}                              | method",
        "{'url': 'U', 'body': 'x'}                                  | body",
        "{'url': 'U', 'headers': []}                                | headers",
        "{'url': 'U', 'headers': {'Host': 'x'}}                     | headers.Host",
        "{'url': 'U', 'headers': {'a b': 'x'}}                      | headers.a b",
        "{'url': 'U', 'headers': {'X': 'a\\r\\nB: c'}}              | headers.X",
        "{'url': 'U', 'headers': {'X': 'ü'}}                        | headers.X",
        "{'url': 'U', 'headers': {'X': 1}}                          | headers.X",
        "{'url': 'U', 'headers': {'X': 'a', 'x': 'b'}}              | headers.x",
        "{'url': 'U', 'headers': {'Transfer-Encoding': 'chunked'}}  | headers.Transfer-Encoding",
        "{'url': 'U', 'headers': {'Proxy-Authorization': 'a'}}      | headers.Proxy-Authorization",
        "{'url': 'U', 'format': 'csv'}                              | format",
        "{'url': 'U', 'rows': '$.a[?(@.b'}                          | rows",
        "{'url': 'U', 'rows': '$..a..b'}                            | rows",
        "{'url': 'U', 'rows': '$.a[?(@.b =~ /(a+)+$/)]'}            | rows",
        "{'url': 'U', 'rows': '//a['}                               | rows",
        "{'url': 'U', 'rows': '//a[count(//b) > count(//c)]'}       | rows",
        "{'url': 'U', 'rows': 'document(\"file:///etc/passwd\")'}   | rows",
        "{'url': 'U', 'rows': 'unparsed-text(\"/etc/passwd\")'}     | rows",
        "{'url': 'U', 'format': 'json', 'rows': '/a/b'}             | rows",
        "{'url': 'U', 'mode': 'merge'}                              | mode",
        "{'url': 'U', 'key': 'id'}                                  | key",
        "{'url': 'U', 'refresh_seconds': 4}                         | refresh_seconds",
        "{'url': 'U', 'refresh_seconds': 86401}                     | refresh_seconds",
        "{'url': 'U', 'paging': {'kind': 'page'}}                   | paging.parameter",
        "{'url': 'U', 'paging': {'kind': 'cursor', 'parameter': 'c'}} | paging.path",
        "{'url': 'U', 'paging': {'kind': 'link', 'pages': 101}}     | paging.pages",
        "{'url': 'U', 'pasword': 'x'}                               | pasword"
      })
  void whatIsWrongIsNamed(String json, String field) {
    String body =
        json.replace('\'', '"')
            .replace("\"U\"", "\"https://a.example/\"")
            .replace("(\"file", "('file")
            .replace("passwd\")", "passwd')")
            .replace("(\"/etc", "('/etc");

    assertThat(wrong(body)).extracting(ErrorDetail::field).containsExactly(field);
  }

  @Test
  void usualOnesAreFilledIn() {
    RestSettings settings = FetchedRows.settings("{\"url\": \"https://a.example/x\"}");

    assertThat(settings.every()).contains(Duration.ofSeconds(60));
    assertThat(settings.taking()).isEqualTo(new Taking.Replace());
    assertThat(settings.shown().toString())
        .isEqualTo(
            """
            {"url":"https://a.example/x","method":"GET","headers":{},"mode":"replace",\
            "refresh_seconds":60}\
            """);
  }

  @Test
  void secretsAreStoredAndNotShown() {
    RestSettings settings = FetchedRows.settings(full("Bearer s3cret", "k3y", "hunter2"));

    assertThat(settings.stored().toString()).contains("Bearer s3cret", "k3y", "hunter2");
    assertThat(settings.shown().toString())
        .doesNotContain("s3cret", "k3y", "hunter2")
        .contains("\"Authorization\":\"***\"", "\"Accept\":\"a/b\"", "api_key=***&city=Bern");
    assertThat(settings.toString()).doesNotContain("s3cret", "k3y", "hunter2");
    assertThat(RestSettings.read(settings.stored()).stored()).isEqualTo(settings.stored());
  }

  @Test
  void hiddenSecretsAreTakenFromBefore() {
    RestSettings before = FetchedRows.settings(full("Bearer s3cret", "k3y", "hunter2"));
    RestSettings hidden = FetchedRows.settings(full("***", "***", "***"));
    RestSettings other = FetchedRows.settings(full("***", "***", "new"));

    assertThat(hidden.keepingSecretsOf(before).stored()).isEqualTo(before.stored());
    assertThat(RestSettings.read(before.shown()).keepingSecretsOf(before).stored())
        .isEqualTo(before.stored());
    assertThat(other.keepingSecretsOf(before).stored().toString()).contains("s3cret", "new");
  }

  @Test
  void hiddenSecretsNeverGoToAnotherServer() {
    RestSettings before = FetchedRows.settings(full("Bearer s3cret", "k3y", "hunter2"));

    for (String url :
        List.of("https://b.example/", "http://a.example/", "https://a.example:444/")) {
      RestSettings moved =
          FetchedRows.settings(
              "{\"url\": \"%s\", \"headers\": {\"Authorization\": \"***\"}}".formatted(url));

      AppException refused =
          Objects.requireNonNull(
              catchThrowableOfType(AppException.class, () -> moved.keepingSecretsOf(before)));

      assertThat(refused.details().getFirst().field()).isEqualTo("headers");
    }
  }

  @Test
  void hiddenSecretsThatNeverWereAreRefused() {
    RestSettings before = FetchedRows.settings("{\"url\": \"https://a.example/\"}");
    RestSettings hidden =
        FetchedRows.settings(
            "{\"url\": \"https://a.example/\", \"headers\": {\"X-Key\": \"***\"}}");

    AppException refused =
        Objects.requireNonNull(
            catchThrowableOfType(AppException.class, () -> hidden.keepingSecretsOf(before)));

    assertThat(refused.details().getFirst().field()).isEqualTo("headers.X-Key");
  }

  private static String full(String authorization, String key, String password) {
    return """
    {"url": "https://a.example/?api_key=%s&city=Bern", "method": "POST",
     "headers": {"Authorization": "%s", "Accept": "a/b"},
     "body": "{\\"user\\": \\"u\\", \\"password\\": \\"%s\\"}"}\
    """
        .formatted(key, authorization, password);
  }

  private static List<ErrorDetail> wrong(String json) {
    return Objects.requireNonNull(
            catchThrowableOfType(AppException.class, () -> FetchedRows.settings(json)))
        .details();
  }
}
