package com.streamdata.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.streamdata.config.Secret;
import com.streamdata.error.AppException;
import com.streamdata.http.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {
  private static final String USER =
      "{\"brokers\": [\"a.example:9092\", \"b.example:9092\"], \"topic\": \"t\", \"security\": \"%s\","
          + " \"mechanism\": \"%s\", \"user\": \"u\", \"password\": \"%s\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"brokers\": [], \"topic\": \"t\"}",
        "{\"brokers\": [\"a\"], \"topic\": \"t\"}",
        "{\"brokers\": [\"a:0\"], \"topic\": \"t\"}",
        "{\"brokers\": [\"a:70000\"], \"topic\": \"t\"}",
        "{\"brokers\": [\"http://a:9092\"], \"topic\": \"t\"}",
        "{\"brokers\": [\"u@a:9092\"], \"topic\": \"t\"}",
        "{\"brokers\": [\"a:9092,10.0.0.1:9092\"], \"topic\": \"t\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"..\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"a/b\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"t\", \"start\": \"now\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"t\", \"security\": \"sasl_tls\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"t\", \"user\": \"u\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"t\", \"sasl.jaas.config\": \"x\"}",
        "{\"brokers\": [\"a:9092\"], \"topic\": \"t\", \"properties\": {}}"
      })
  void strangeSettingsAreRefused(String settings) {
    assertThatThrownBy(() -> read(settings)).isInstanceOf(AppException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "\" required serviceName=\"x",
        "\\\"; com.sun.security.auth.module.JndiLoginModule required x=\"",
        "ends with \\",
        "' = ; , // /* */ ü 世"
      })
  void noPasswordEndsItsQuotes(String password) {
    String login = Mechanism.PLAIN.login("us\"er", new Secret(password));

    var context =
        JaasContext.loadClientContext(
            Map.of("sasl.jaas.config", new Password(login), "sasl.mechanism", "PLAIN"));

    assertThat(context.configurationEntries()).hasSize(1);
    var entry = context.configurationEntries().getFirst();
    assertThat(entry.getLoginModuleName()).isEqualTo(PlainLoginModule.class.getName());
    assertThat(entry.getOptions()).isEqualTo(Map.of("username", "us\"er", "password", password));
  }

  @Test
  void thePasswordIsHiddenAndStaysWithItsBrokers() {
    KafkaSettings before = read(USER.formatted("sasl_tls", "plain", "s3cret"));

    assertThat(before.toString() + before.shown()).doesNotContain("s3cret").contains("***");
    KafkaSettings renamed = read(before.shown().toString().replace("\"t\"", "\"other\""));
    assertThat(renamed.keepingSecretsOf(before).password()).isEqualTo("s3cret");
    String elsewhere = before.shown().toString().replace("a.example", "evil.example");
    assertThatThrownBy(() -> read(elsewhere).keepingSecretsOf(before))
        .hasMessageContaining("password");
    assertThatThrownBy(
            () -> read(USER.formatted("sasl_plaintext", "plain", "***")).keepingSecretsOf(before))
        .hasMessageContaining("password");
  }

  @Test
  void aPasswordThatWasNeverSentInClearIsNotSentSoLater() {
    KafkaSettings before = read(USER.formatted("sasl_plaintext", "scram-sha-512", "s3cret"));

    assertThatThrownBy(
            () -> read(USER.formatted("sasl_plaintext", "plain", "***")).keepingSecretsOf(before))
        .hasMessageContaining("password");
  }

  private static KafkaSettings read(String json) {
    return KafkaSettings.read(RecordReader.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
