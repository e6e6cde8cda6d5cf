package com.streamdata.source.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.streamdata.config.Secret;
import com.streamdata.error.Checks;

/** How a user proves to be one. */
enum Mechanism {
  PLAIN("plain", "PLAIN", "plain.PlainLoginModule"),
  SCRAM_SHA_256("scram-sha-256", "SCRAM-SHA-256", "scram.ScramLoginModule"),
  SCRAM_SHA_512("scram-sha-512", "SCRAM-SHA-512", "scram.ScramLoginModule");

  private final String wireName;
  private final String sasl;
  private final String module;

  Mechanism(String wireName, String sasl, String module) {
    this.wireName = wireName;
    this.sasl = sasl;
    this.module = module;
  }

  @JsonCreator
  static Mechanism of(String name) {
    for (Mechanism mechanism : values()) {
      if (mechanism.wireName.equals(name)) {
        return mechanism;
      }
    }
    throw Checks.invalid("", "must be plain, scram-sha-256 or scram-sha-512");
  }

  String wireName() {
    return wireName;
  }

  /** Kafka's own name. */
  String sasl() {
    return sasl;
  }

  /** What Kafka's client reads; a name or password cannot end its quotes. */
  String login(String user, Secret password) {
    return "org.apache.kafka.common.security.%s required username=%s password=%s;"
        .formatted(module, quoted(user), quoted(password.reveal()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
