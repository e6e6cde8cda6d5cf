package com.streamdata.api.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.streamdata.testing.TestAnswer;

/** What Grafana's clients read in a refusal. */
final class Refusal {
  private Refusal() {}

  /** Expects a row of the table of errors, word for word and nothing more. */
  static void expect(TestAnswer answer, int status, String messageId, String message) {
    answer.expect(status);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"statusCode\":%d,\"messageId\":\"publicdashboards.%s\",\"message\":\"%s\"}"
                .formatted(status, messageId, message));
  }

  /** Expects the form in which a missing permission is named. */
  static void expectDenied(TestAnswer answer, String action) {
    answer.expect(403);
    assertThat(answer.json().path("accessErrorId").asString()).matches("ACE\\d{10}");
    assertThat(answer.json().path("title").asString()).isEqualTo("Access denied");
    assertThat(answer.json().path("message").asString())
        .isEqualTo(
            "You'll need additional permissions to perform this action. Permissions needed: "
                + action);
    assertThat(answer.json().size()).isEqualTo(3);
  }
}
